using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs;

/// <summary>The few things a dialog does to a turn: say, ask, offer, remember, and end it.</summary>
internal static class TurnSpeech
{
    private const int MostOffers = 2;

    public static Turn Say(this Turn turn, Reply reply) => turn with { Replies = turn.Replies.Add(reply) };

    public static Turn Say(this Turn turn, Surroundings around, string phrase, params (string Name, string Value)[] values) =>
        turn.Say(Phrase(turn, around, phrase, values));

    public static Reply Phrase(this Turn turn, Surroundings around, string phrase, params (string Name, string Value)[] values)
    {
        var all = around.Content.Council.Values(around.IsOpen);
        foreach (var (name, value) in values)
        {
            all = all.SetItem(name, value);
        }

        // Variants go round: the same words don't come twice running.
        var times = turn.Conversation.SaidLately.Count(said => said == phrase) + turn.Replies.Count(reply => reply.Phrase == phrase);
        return around.Content.Phrases.Say(phrase, all, turn.Conversation.Version + times) with { Phrase = phrase };
    }

    public static Turn Remember(this Turn turn, Func<Conversation, Conversation> change) =>
        turn with { Conversation = change(turn.Conversation) };

    public static Turn Do(this Turn turn, CaseWork work) => turn with { Work = turn.Work.Add(work) };

    /// <summary>Names the ending; the first one named stands.</summary>
    public static Turn End(this Turn turn, string ending) => turn.Ending is null ? turn with { Ending = ending } : turn;

    /// <summary>Puts a yes-or-no offer on the table.</summary>
    public static Turn Offer(this Turn turn, Surroundings around, string offer, Reply? reply = null)
    {
        reply ??= turn.Phrase(around, offer);
        return turn.Say(reply.Actions.IsEmpty ? reply with { Actions = YesOrNo } : reply)
            .Remember(c => c with { OpenOffer = offer, OpenQuestion = null, TimesOffered = c.TimesOffered.SetItem(offer, c.TimesOffered.GetValueOrDefault(offer) + 1) });
    }

    /// <summary>It may be offered: it was not answered yet, and was not offered twice.</summary>
    public static bool MayOffer(this Conversation conversation, string offer) =>
        !conversation.Offers.ContainsKey(offer) && conversation.TimesOffered.GetValueOrDefault(offer) < MostOffers;

    /// <summary>Takes an offer off the table, with how it was taken.</summary>
    public static Turn CloseOffer(this Turn turn, string offer, bool accepted) =>
        turn.Remember(c => c with { OpenOffer = c.OpenOffer == offer ? null : c.OpenOffer, Offers = c.Offers.SetItem(offer, accepted) });

    /// <summary>Asks a question of a form. An offer on the table stays among what was suggested.</summary>
    public static Turn Ask(this Turn turn, Surroundings around, Question question, bool simpler = false)
    {
        var conversation = turn.Conversation;
        return turn.Say(QuestionReply.For(question, conversation, simpler || conversation.EasyRead))
            .Remember(c => c with
            {
                OpenQuestion = question.Id,
                OpenOffer = null,
                Misses = c.OpenQuestion == question.Id ? c.Misses : 0,
                Asked = c.Asked.Contains(question.Id) ? c.Asked : c.Asked.Add(question.Id),
            });
    }

    /// <summary>Leaves a question open: it is asked no more unless it is needed.</summary>
    public static Turn Pass(this Turn turn, Question question) =>
        turn.Remember(c => c with { OpenQuestion = null, Misses = 0, Passed = c.Passed.Contains(question.Id) ? c.Passed : c.Passed.Add(question.Id) });

    private static ImmutableArray<SuggestedAction> YesOrNo { get; } = [new("Yes, please", "Yes please"), new("No, thank you", "No thank you")];
}
