using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>"Can I speak to Mandy?": a person is asked for, by name. Somebody whom the resident wants to talk to beforehand ("I want to speak to Brian first") is one of their own.</summary>
internal static class NamedPerson
{
    private const int ShortSentence = 12;

    private static readonly ImmutableArray<string> Wishes =
        [.. new[] { "can i", "could i", "may i", "can we", "could we", "id like to", "i would like to", "want to", "wanted to", "wanna" }.SelectMany(wish => new[] { $"{wish} speak", $"{wish} talk" })];

    private static readonly ImmutableArray<string> TheirOwn = ["first", "before", "beforehand", "about it myself"];

    /// <summary>The sentence asks for somebody by name.</summary>
    public static bool IsAskedFor(MessagePart sentence)
    {
        if (sentence.Count > ShortSentence || !sentence.Has(Wishes.AsSpan()) || sentence.Has(TheirOwn.AsSpan()))
        {
            return false;
        }

        var words = sentence.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < words.Length && i + 2 < sentence.Written.Length; i++)
        {
            if (words[i] is "speak" or "talk" && words[i + 1] is "to" or "with" && (words[i + 2] is "mrs" or "mr" or "miss" or "ms" || Names.Of(sentence.Written[i + 2], isAfterKin: false) is not null))
            {
                return true;
            }
        }

        return false;
    }
}
