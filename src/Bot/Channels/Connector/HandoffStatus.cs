using TransformingLives.Bot.Channels.Activities;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>A contact centre's hub says what became of a handoff: <c>handoff.status</c> with the state <c>accepted</c>, <c>completed</c> or <c>failed</c>, as Bot Framework has it.</summary>
internal static class HandoffStatus
{
    private const string Desk = "hub";

    /// <summary>The activity says what became of a handoff.</summary>
    public static bool Is(ActivityReading.Read activity) => activity.Type == "event" && ReadActivity.Text(activity.Json["name"]) == HandoffEvent.Status;

    /// <summary>What it means for the conversation; null when it means nothing as things stand.</summary>
    /// <param name="activity">The activity, which says what became of a handoff.</param>
    /// <param name="conversation">The conversation as it is.</param>
    public static ConversationEvent? Of(ActivityReading.Read activity, Conversation conversation)
    {
        var from = ReadActivity.Object(activity.Json["from"]);
        return (ReadActivity.Text(ReadActivity.Object(activity.Json["value"])?["state"]), conversation) switch
        {
            ("accepted", _) => new ConversationEvent.OfficerJoins(Officer.AtDesk(Desk, ReadActivity.Text(from?["id"]), ReadActivity.Text(from?["name"]))),
            ("completed", { Floor: Floor.Officer, Handover.Officer: { } officer }) when officer.IsAtAnotherDesk() => new ConversationEvent.OfficerGivesBack(officer),
            ("failed", { Floor: Floor.Officer, Handover: { Officer: { } officer, JoinedAt: { } joined } }) when officer.IsAtAnotherDesk() => new ConversationEvent.OfficerIsGone(officer, joined),
            _ => null,
        };
    }
}
