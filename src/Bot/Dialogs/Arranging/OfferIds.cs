namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>The yes-or-no offers of the conversation; each is also the id of its phrase in <c>content/replies</c>, but for what is arranged.</summary>
internal static class OfferIds
{
    public const string FirstConversation = "offer.first_conversation";
    public const string Estimate = "offer.estimate";
    public const string Money = "offer.money";
    public const string Helper = "offer.helper";
    public const string SupportPlan = "offer.support_plan";
    public const string Contingency = "offer.contingency";

    private const string ArrangePrefix = "arrange:";

    /// <summary>The offer to arrange one kind of referral, or several.</summary>
    public static string Arrange(params IEnumerable<string> kinds) => ArrangePrefix + string.Join('+', kinds);

    /// <summary>A reply with this phrase makes an offer, of whatever kind.</summary>
    public static bool IsMadeBy(string phrase) =>
        (phrase.StartsWith("offer.", StringComparison.Ordinal) || phrase.StartsWith("arrange.", StringComparison.Ordinal)) && !phrase.EndsWith(".declined", StringComparison.Ordinal);

    /// <summary>The kinds that an offer is about; empty when it is about something else.</summary>
    public static string[] Kinds(string offer) =>
        offer.StartsWith(ArrangePrefix, StringComparison.Ordinal) ? offer[ArrangePrefix.Length..].Split('+', StringSplitOptions.RemoveEmptyEntries) : [];
}
