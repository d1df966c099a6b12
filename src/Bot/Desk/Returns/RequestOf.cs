using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>Makes the row of a closed request from what was told and from what the officer chose at the wrap-up.</summary>
internal static class RequestOf
{
    private const string CarersAssessment = "carers_assessment";

    /// <param name="conversation">The conversation as it is now.</param>
    /// <param name="closed">The wrap-up.</param>
    /// <param name="kinds">What was sent to the council asks for.</param>
    public static ClosedRequest Closed(Conversation conversation, WrapUp closed, ImmutableArray<string> kinds, Surroundings around)
    {
        var soFar = ConversationSummary.Of(conversation, around).SoFar;
        return new ClosedRequest(conversation.Id, string.Join(' ', conversation.References))
        {
            StartedOn = around.Content.Calendar.DayOf(Began(conversation.StartedAt, conversation.WrapUps, closed)),
            EndedOn = around.Content.Calendar.DayOf(closed.At),
            Outcome = $"{closed.Outcome} {around.Content.Desk.LabelOf(closed.Outcome)}",
            BornOn = soFar.Person.BornOn,
            Postcode = soFar.Person.Postcode ?? "",
            ClientType = kinds.Contains(CarersAssessment) ? "Carer" : "Service User",
            HasUnpaidCarer = soFar.CarerContributions.IsEmpty ? "" : "Yes",
            HasClient = soFar.Person.Name is not null || soFar.Person.BornOn is not null,
        };
    }

    // What came after one matter was closed is the next.
    private static DateTimeOffset Began(DateTimeOffset startedAt, ImmutableArray<WrapUp> all, WrapUp closed) =>
        all.Where(other => other.At < closed.At).Select(other => (DateTimeOffset?)other.At).LastOrDefault() ?? startedAt;
}
