using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>An offer that fits what was just talked of: never one that was turned down, and none more than twice.</summary>
internal static class FittingOffer
{
    private const int Most = 2;

    /// <summary>After something was told or asked: offers what it leads to; null when nothing fits.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="topics">Topics that were asked about in this turn.</param>
    /// <param name="around">What the turn looks at.</param>
    public static Turn? Now(Turn turn, IReadOnlyCollection<string> topics, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (topics.Any(around.Content.Triage.TopicsThatLeadToAnEstimate.Contains) && Estimating.MayBeOffered(conversation, around) && conversation.Estimate is null && IsAboutSomebody(conversation))
        {
            return turn.Offer(around, OfferIds.Estimate);
        }

        var asked = topics.Select(around.Kinds.ForTopic).OfType<Triage.Kinds.ReferralKind>().Select(kind => kind.Id);
        var cued = turn.Cues.Select(cue => cue.Referral).Where(kind => kind.Length > 0);
        var kinds = asked.Concat(cued).Distinct().Where(kind => May(conversation, kind)).ToList();
        return kinds.Count == 0 || !IsAboutSomebody(conversation) ? null : Offer(turn, [.. kinds.Concat(conversation.Suggested.Where(kind => May(conversation, kind))).Distinct().Take(Most)], around);
    }

    /// <summary>When there is nothing more to ask: what the answers lead to, or what was suggested; null when all of it was offered or sent.</summary>
    public static Turn? AtTheEnd(Turn turn, TriageOutcome outcome, Surroundings around)
    {
        var conversation = turn.Conversation;
        var kinds = outcome.Referrals.Where(kind => around.Kinds.Find(kind)?.IsOffered == true).Concat(conversation.Suggested).Distinct().Where(kind => May(conversation, kind)).Take(Most).ToImmutableArray();
        if (kinds.IsEmpty && conversation.Sent.IsEmpty && outcome.Referrals.IsEmpty && May(conversation, "advice_appointment"))
        {
            kinds = ["advice_appointment"];
        }

        return kinds.IsEmpty ? null : Offer(turn, kinds, around);
    }

    /// <summary>A plan for a day when the main helper can't be there was written and nothing was sent: the team may have it; null when it isn't so.</summary>
    public static Turn? OfContingencyPlan(Turn turn, Surroundings around) =>
        turn.Conversation.Finished.Contains(Forms.FormIds.ContingencyPlan) && turn.Conversation.Sent.IsEmpty && May(turn.Conversation, Plans.Contingency.Kind) ? Offer(turn, [Plans.Contingency.Kind], around) : null;

    /// <summary>Puts the offer on the table.</summary>
    public static Turn Offer(Turn turn, ImmutableArray<string> kinds, Surroundings around)
    {
        var offer = OfferIds.Arrange(kinds);
        var names = string.Join(" and ", kinds.Select(kind => around.Kinds.Find(kind)!.Name));
        var reply = kinds.Length == 1 ? turn.Phrase(around, $"arrange.{kinds[0]}") : turn.Phrase(around, PhraseIds.ArrangeSeveral, ("names", names));
        turn = turn.Offer(around, offer, reply).Remember(c => c with { Suggested = [.. kinds, .. c.Suggested.RemoveAll(kinds.Contains)] });
        return kinds.Length == 1 ? turn : kinds.Aggregate(turn, (current, kind) => current.Remember(c => c with { TimesOffered = c.TimesOffered.SetItem(OfferIds.Arrange(kind), c.TimesOffered.GetValueOrDefault(OfferIds.Arrange(kind)) + 1) }));
    }

    private static bool May(Conversation conversation, string kind) =>
        conversation.MayOffer(OfferIds.Arrange(kind)) && conversation.Sent.All(sent => sent.Kind != kind) && !(kind == "carers_assessment" && conversation.Offers.GetValueOrDefault(OfferIds.Helper, true) == false);

    // Nothing is pressed on somebody who only asks a question.
    private static bool IsAboutSomebody(Conversation conversation) =>
        conversation.Facts.Length > 0 || conversation.Told.Length > 0 || conversation.Cues.Length > 0;
}
