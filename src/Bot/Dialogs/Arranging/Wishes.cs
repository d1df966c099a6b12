using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Reading.Parts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Something is asked for outright, whether or not it was offered: "put us down for the carers' group", "yes, arrange it".</summary>
internal static class Wishes
{
    private const int FewWords = 10;
    private static readonly ImmutableArray<string> LettingUs = ["you can", "u can", "you may", "you could", "do me", "do mine", "do us"];
    private static readonly ImmutableArray<string> AskingUs = [.. LettingUs, "can you", "could you", "would you", "please", "pls"];

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
        var holds = reading.Agrees == true && conversation.Estimate is not null && reading.Facts.Any(fact => fact.Fact == FactIds.Holding);
        if (holds)
        {
            return ["needs_assessment"];
        }

        if (reading.Agrees == false || !reading.Arranges && !reaches && !wasOffered && !AsksUs(reading, around))
        {
            return [];
        }

        var named = around.Kinds.NamedIn(reading.Statement, around.SafetyRules).Where(kind => kind.IsOffered).Select(kind => kind.Id).ToList();

        // "Me as well": what was suggested for the other one holds too.
        var also = Words.HasAny(line, "as well", "too", "both") ? suggested.Take(2) : [];
        return named.Count > 0 ? [.. also.Concat(named).Distinct()] : suggested.Count > 0 ? [.. also.Append(suggested[0]).Distinct()] : [];
    }

    /// <summary>"Ok, you can pass that on to her": a yes to something that we may do, named, and no answer to a question of a form.</summary>
    public static bool AsksUs(MessageReading reading, Surroundings around) =>
        (reading.Agrees == true && Words.HasAny(Words.Line(reading.Statement), AskingUs.AsSpan())
            || reading.Agrees is null && Words.All(reading.Statement).Length <= FewWords && Words.HasAny(Words.Line(reading.Statement), LettingUs.AsSpan()))
        && around.Kinds.NamedIn(reading.Statement, around.SafetyRules).Any(kind => kind.IsOffered);

    /// <summary>A figure is turned down.</summary>
    public static bool IsNoFigure(Turn turn, MessageReading reading) =>
        reading.Agrees != true && Words.Line(turn.Message.Text) is var line && Words.HasAny(line, "figure", "figures", "estimate") && Words.HasAny(line, "no figure", "no figures", "no estimate", "not interested", "dont want", "dont show", "rather not");

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

        var isNoFigure = IsNoFigure(turn, reading);
        turn = isNoFigure ? turn.CloseOffer(OfferIds.Estimate, accepted: false) : turn;
        return ReferenceEquals(before, turn.Conversation.Offers) ? turn : turn.Say(around, isNoFigure ? $"{OfferIds.Estimate}.declined" : PhraseIds.ArrangeDeclined).End(Endings.EndingIds.Declined);
    }
}
