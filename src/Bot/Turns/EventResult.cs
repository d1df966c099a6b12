using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Turns;

/// <summary>What became of an event.</summary>
public abstract record EventResult
{
    private EventResult()
    {
    }

    /// <summary>It has happened, durably.</summary>
    public sealed record Done(TurnResult Turn) : EventResult;

    /// <summary>It may not: somebody else has the floor, or nobody has (<paramref name="HeldBy"/> null). Nothing was stored.</summary>
    public sealed record Refused(Officer? HeldBy) : EventResult;

    /// <summary>There is no such conversation.</summary>
    public sealed record NoConversation : EventResult;
}
