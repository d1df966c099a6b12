using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Parts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Something is asked for outright, whether or not it was offered: "put us down for the carers' group", "yes, arrange it".</summary>
internal static class Wishes
{
    /// <summary>The kinds of referral that the message asks for; empty when it asks for none.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="suggested">What had been suggested before the message.</param>
    /// <param name="around">What the turn looks at.</param>
    public static IReadOnlyList<string> In(Turn turn, MessageReading reading, IReadOnlyList<string> suggested, Surroundings around)
    {
        var conversation = turn.Conversation;
        var line = Words.Line(reading.Statement);
        var reaches = Reach.IsGiven(reading) && suggested.Count > 0 && Words.HasAny(line, "ring", "call", "phone", "telephone", "email", "text me", "contact");
        var wasOffered = reading.Agrees == true && conversation.LastReplies.Any(reply => reply.Phrase.StartsWith("arrange.", StringComparison.Ordinal));
        if (reading.Agrees == false || !reading.Arranges && !reaches && !wasOffered)
        {
            return [];
        }

        var named = around.Kinds.NamedIn(reading.Statement, around.SafetyRules).Where(kind => kind.IsOffered).Select(kind => kind.Id).ToList();

        // "Me as well": what was suggested for the other one holds too.
        var also = Words.HasAny(line, "as well", "too", "both") ? suggested.Take(2) : [];
        return named.Count > 0 ? [.. also.Concat(named).Distinct()] : suggested.Count > 0 ? [.. also.Append(suggested[0]).Distinct()] : [];
    }

    /// <summary>Notes the kinds that the message turns down by name, and says that it is heard.</summary>
    public static Turn TurnedDown(Turn turn, MessageReading reading, Surroundings around)
    {
        var before = turn.Conversation.Offers;
        foreach (var sentence in MessageParts.Of(turn.Message.Text).Sentences.Where(sentence => sentence.Has("not", "dont", "no", "never", "wont") && !sentence.IsAsked))
        {
            foreach (var kind in around.Kinds.NamedIn(sentence.Text, around.SafetyRules).Where(kind => kind.IsOffered && sentence.Has("want", "need", "interested", "after", "like", "no")).ToList())
            {
                turn = turn.CloseOffer(OfferIds.Arrange(kind.Id), accepted: false).Remember(c => c with { Suggested = c.Suggested.Remove(kind.Id) });
            }
        }

        var isNoFigure = reading.Agrees != true && Words.HasAny(Words.Line(turn.Message.Text), "figure", "figures", "estimate") && Words.HasAny(Words.Line(turn.Message.Text), "no figure", "no figures", "no estimate", "not interested", "dont want", "dont show", "rather not");
        turn = isNoFigure ? turn.CloseOffer(OfferIds.Estimate, accepted: false) : turn;
        return ReferenceEquals(before, turn.Conversation.Offers) ? turn : turn.Say(around, isNoFigure ? $"{OfferIds.Estimate}.declined" : PhraseIds.ArrangeDeclined).End(Endings.EndingIds.Declined);
    }
}
