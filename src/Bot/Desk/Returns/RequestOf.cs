using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.HandingOver;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>Makes the rows of a conversation: one for each matter that ended, and for each client of it.</summary>
internal static class RequestOf
{
    private const string CarersAssessment = "carers_assessment";

    /// <summary>The rows of a matter that an officer closed.</summary>
    /// <param name="conversation">The conversation as it is now.</param>
    /// <param name="closed">The wrap-up.</param>
    /// <param name="around">Outcomes, kinds and rules.</param>
    public static IEnumerable<ClosedRequest> Closed(Conversation conversation, WrapUp closed, Surroundings around)
    {
        var began = conversation.WrapUps.Where(other => other.At < closed.At).Select(other => (DateTimeOffset?)other.At).LastOrDefault();
        var sent = conversation.Sent.Where(sent => (began is null || sent.At > began) && sent.At <= closed.At).ToImmutableArray();
        return Rows(conversation, sent, (began ?? conversation.StartedAt, closed.At), ($"{closed.Outcome} {around.Content.Desk.LabelOf(closed.Outcome)}", OutcomeStatus.Confirmed), around);
    }

    /// <summary>The rows of what no officer closed; none while it goes on, or when nothing is left of it.</summary>
    /// <param name="conversation">The conversation as it is now.</param>
    /// <param name="updatedAt">When the last was said.</param>
    /// <param name="around">Outcomes, kinds and rules.</param>
    public static IEnumerable<ClosedRequest> Finished(Conversation conversation, DateTimeOffset updatedAt, Surroundings around)
    {
        var began = conversation.WrapUps.LastOrDefault()?.At;
        var sent = conversation.Sent.Where(sent => began is null || sent.At > began).ToImmutableArray();
        if (conversation.Floor != Floor.Bot || (began is not null && sent.IsEmpty) || !HasEnded(conversation, sent, updatedAt, around))
        {
            return [];
        }

        var outcome = ProposeOutcome.Of(conversation, [.. sent.Select(one => one.Kind)], around);
        return Rows(conversation, sent, (began ?? conversation.StartedAt, updatedAt), ($"{outcome.Code} {outcome.Label}", outcome.NeedsWorker ? OutcomeStatus.Proposed : OutcomeStatus.Given), around);
    }

    private static bool HasEnded(Conversation conversation, ImmutableArray<SentReferral> sent, DateTimeOffset updatedAt, Surroundings around) =>
        !sent.IsEmpty || conversation.PlanIsKnown || updatedAt <= around.Now - around.Content.Desk.Returns.Quiet;

    // Somebody who helps is a client in their own right: what was told of the other person isn't theirs.
    private static IEnumerable<ClosedRequest> Rows(Conversation conversation, ImmutableArray<SentReferral> sent, (DateTimeOffset From, DateTimeOffset Until) time, (string Words, OutcomeStatus Status) outcome, Surroundings around)
    {
        var told = ToldOf(conversation, around);
        var rules = around.Content.Desk.Returns;
        var row = new ClosedRequest(conversation.Id, string.Join(' ', sent.Select(one => one.Reference)))
        {
            LaCode = rules.LaCode,
            StartedOn = around.Content.Calendar.DayOf(time.From),
            EndedOn = around.Content.Calendar.DayOf(time.Until),
            Outcome = outcome.Words,
            Status = outcome.Status,
            Description = Description(conversation, sent, around),
            RouteOfAccess = Route(conversation, rules),
            Postcode = told.Person.Postcode ?? "",
        };
        if (sent.Any(one => one.Kind == CarersAssessment))
        {
            yield return row with { ClientType = "Carer", HasClient = told.Contact?.Name is not null };
        }

        if (sent.Any(one => one.Kind != CarersAssessment) || sent.IsEmpty)
        {
            var conditions = conversation.Facts.Where(fact => fact.Fact == FactIds.Condition).Select(fact => (fact.Value as TextValue)?.Text).OfType<string>().ToImmutableHashSet();
            yield return row with
            {
                BornOn = told.Person.BornOn,
                HasUnpaidCarer = told.CarerContributions.IsEmpty && told.Network.IsEmpty ? "" : "Yes",
                ProposedSupportReason = rules.SupportReasons.FirstOrDefault(reason => reason.Conditions.Any(conditions.Contains))?.Name ?? "",
                Told = [.. rules.Told.Where(column => column.Value.Any(conditions.Contains)).Select(column => column.Key)],
                HasClient = told.Person.Name is not null || told.Person.BornOn is not null,
            };
        }
    }

    private static Referral ToldOf(Conversation conversation, Surroundings around)
    {
        var turn = new Turn { Conversation = conversation, Message = new IncomingMessage(conversation.Id, "", conversation.Channel, "", around.Now) };
        return ReferralFromConversation.Of(turn, "needs_assessment", OutcomeOf.Answers(conversation, around), Guid.Empty, around);
    }

    private static string Description(Conversation conversation, ImmutableArray<SentReferral> sent, Surroundings around) => sent.IsEmpty
        ? string.Join("; ", conversation.Topics.Reverse().Take(3).Select(around.Knowledge.TitleOf))
        : string.Join("; ", sent.Select(one => around.Kinds.Find(one.Kind)?.Name ?? one.Kind));

    private static string Route(Conversation conversation, ReturnRules rules) => conversation.Contribution is { IsSelfFunder: true }
        ? rules.SelfFunderRoute
        : rules.Routes.FirstOrDefault(route => ConditionHolds.In(route.When, conversation.Answers, conversation.OpenConcerns()))?.Name ?? "";
}
