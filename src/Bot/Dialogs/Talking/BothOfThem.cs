using System.Collections.Immutable;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>"Both, please": said of the things that were told last, and not of the question after them.</summary>
internal static class BothOfThem
{
    private static readonly ImmutableArray<string> Said = ["both", "either", "both of them", "either of them", "both of those", "all of them", "the two of them"];
    private const int FewWords = 6;

    /// <summary>What was chosen is kept and the question asked again; null when nothing of the kind is said.</summary>
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        var told = turn.Conversation.LastReplies.Where(reply => reply.Phrase.StartsWith("cue.", StringComparison.Ordinal)).Select(reply => ShortSentences.Sentences(reply.Text).First()).ToList();
        if (told.Count < 2 || Words.All(reading.Statement).Length > FewWords || !Words.HasAny(Words.Line(reading.Statement), Said.AsSpan()))
        {
            return null;
        }

        var words = $"{turn.Message.Text}: {string.Join(' ', told)}";
        turn = turn.Remember(c => c with { Facts = c.Facts.Add(new VolunteeredFact("told.what_matters", new TextValue(words), words)) });
        return Commands.Reask(turn.Say(around, PhraseIds.Noted), around).End(EndingIds.Answered);
    }
}
