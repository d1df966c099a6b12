using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.HandingOver;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Sends what the person agreed to, at once, so that nothing is lost when they have to go; how to reach them is added when it is known.</summary>
internal static class Sending
{
    /// <summary>One referral for each kind, a reference to keep, and what happens next.</summary>
    public static Turn Send(Turn turn, IReadOnlyCollection<string> kinds, Surroundings around)
    {
        var wanted = kinds.Select(kind => MayBe(turn.Conversation, kind, around)).Distinct().ToList();
        var already = turn.Conversation.Sent.Where(sent => wanted.Contains(sent.Kind)).ToList();
        var anew = wanted.Where(kind => already.All(sent => sent.Kind != kind)).ToList();
        turn = turn.Remember(c => c with { Consented = true, Suggested = c.Suggested.RemoveAll(kinds.Contains) });
        if (anew.Count == 0)
        {
            return turn.Say(around, PhraseIds.ArrangedAlready, ("reference", References(already)), ("when", When(turn, wanted, around))).End(EndingIds.Answered);
        }

        turn = NeedsConsent(turn.Conversation, kinds, around) ? turn.Say(around, PhraseIds.ConsentFirst, ("who", QuestionReply.Who(turn.Conversation))) : turn;
        foreach (var kind in anew)
        {
            turn = Submit(turn, kind, around).CloseOffer(OfferIds.Arrange(kind), accepted: true);
        }

        return Told(turn, anew, around).End(EndingIds.HandedOver);
    }

    /// <summary>Stores a referral of a kind as work, and remembers it.</summary>
    public static Turn Submit(Turn turn, string kind, Surroundings around)
    {
        var referral = Build(turn, kind, WorkId.For(turn, kind), around);
        return turn.Do(new CaseWork.SubmitReferral(referral)).Remember(c => c with
        {
            References = c.References.Add(referral.Reference),
            Sent = c.Sent.Add(new SentReferral(kind, referral.Id, referral.Reference, 0, turn.Message.At)),
        });
    }

    /// <summary>The referral as it stands now.</summary>
    public static Referral Build(Turn turn, string kind, Guid id, Surroundings around) =>
        ReferralFromConversation.Of(turn, kind, OutcomeOf.Kind(turn.Conversation, kind, around), id, around);

    /// <summary>When somebody is in touch, in words: the soonest of these kinds.</summary>
    public static string When(Turn turn, IEnumerable<string> kinds, Surroundings around) =>
        around.Content.Council.PriorityOf(kinds.Select(kind => OutcomeOf.Kind(turn.Conversation, kind, around).Priority).Order(StringComparer.Ordinal).First()).InWords;

    /// <summary>All references so far, in a row.</summary>
    public static string References(IEnumerable<SentReferral> sent) => string.Join(" and ", sent.Select(one => one.Reference));

    private static Turn Told(Turn turn, List<string> kinds, Surroundings around)
    {
        var sent = turn.Conversation.Sent.Where(one => kinds.Contains(one.Kind)).ToList();
        var names = string.Join(" and ", kinds.Select(kind => around.Kinds.Find(kind)?.Name ?? kind));
        var reply = turn.Phrase(around, PhraseIds.Arranged, ("names", names), ("when", When(turn, kinds, around)), ("reference", References(sent)));
        turn = turn.Say(reply with { Style = ReplyStyle.Sent, Rows = [.. sent.Select(one => new SummaryRow("", "Your reference", one.Reference, "", false))] });
        return turn.Conversation.Place is { InArea: false } place ? turn.Say(around, PhraseIds.OutOfArea, ("place", place.Name)) : turn;
    }

    // Nothing is done in the name of somebody who doesn't know of it: advice for the one who asks is another matter.
    private static string MayBe(Conversation conversation, string kind, Surroundings around) =>
        NeedsConsent(conversation, [kind], around) ? "advice_appointment" : kind == "needs_assessment" && IsNotYet18(conversation) ? "transitions" : kind;

    private static bool IsNotYet18(Conversation conversation) =>
        conversation.Answers["recent_changes"]?.Value is ChoicesValue changes && changes.Options.Contains("turning_18");

    private static bool NeedsConsent(Conversation conversation, IEnumerable<string> kinds, Surroundings around) =>
        conversation.Answers["person_knows"]?.Value is YesNoValue { Yes: false } && kinds.Any(kind => around.Kinds.Find(kind)?.IsForPerson == true);

}
