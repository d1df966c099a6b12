using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>What an event does to a conversation.</summary>
internal abstract record EventDecision
{
    private EventDecision()
    {
    }

    /// <summary>It happens.</summary>
    public sealed record Happens(Turn Turn) : EventDecision;

    /// <summary>It may not happen now.</summary>
    /// <param name="HeldBy">Who has the floor; null when no officer has.</param>
    public sealed record Refused(Officer? HeldBy) : EventDecision;
}
