namespace TransformingLives.Bot.Dialogs;

/// <summary>The yes-or-no offers of the conversation; each is also the id of its phrase in <c>content/replies</c>.</summary>
internal static class OfferIds
{
    public const string FirstConversation = "offer.first_conversation";
    public const string Estimate = "offer.estimate";
    public const string Money = "offer.money";
    public const string Helper = "offer.helper";
    public const string Refer = "offer.refer";
    public const string Advice = "offer.advice";
    public const string Send = "offer.send";
}
