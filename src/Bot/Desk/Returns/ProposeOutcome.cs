using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Words;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>The event outcome of a matter that no officer closed: of all that apply, the first in the order of the specification.</summary>
internal static class ProposeOutcome
{
    /// <param name="conversation">The conversation.</param>
    /// <param name="kinds">What was sent in this matter asks for.</param>
    /// <param name="around">Outcomes and kinds.</param>
    public static EventOutcome Of(Conversation conversation, ImmutableArray<string> kinds, Surroundings around)
    {
        var sent = kinds.Select(kind => around.Kinds.Find(kind)?.EventOutcome).ToHashSet();
        var why = WithoutSending(conversation);
        return around.Content.Desk.Outcomes.FirstOrDefault(outcome => sent.Count > 0 ? sent.Contains(outcome.Code) : outcome.Suggest == why)
            ?? around.Content.Desk.Outcomes[^1];
    }

    private static string WithoutSending(Conversation conversation) => conversation switch
    {
        { Contribution.IsSelfFunder: true } => "self_funder",
        { Topics.IsEmpty: true } when conversation.Offers.Any(offer => !offer.Value && OfferIds.Kinds(offer.Key).Length > 0) => "declined",
        _ => "advice",
    };
}
