using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Ages of one or two people: "my mum's 84", "i am eighty and he is ninety", "they're 79 and 81". A number of anything else is no age.</summary>
internal static class AgeFacts
{
    private const int Youngest = 14;
    private const int Oldest = 112;

    private static readonly ImmutableArray<string> Own = ["i", "im", "ime", "me", "am", "myself"];

    private static readonly ImmutableArray<string> Others = ["he", "hes", "she", "shes", "they", "theyre", "both", "her", "him", "his"];

    private static readonly ImmutableArray<string> Between = ["is", "are", "was", "only", "just", "now", "nearly", "almost", "about", "aged", "age", "turned", "turning", "and", "both", "coming", "up", "to", "soon", "he", "she", "s", "old", "already", "be"];

    private static readonly ImmutableArray<string> NotAgesAfter =
    [
        "hours", "hour", "hrs", "hr", "minutes", "mins", "days", "day", "weeks", "week", "months", "month", "times", "time", "miles", "mile", "stairs", "steps", "people", "pounds", "quid", "percent", "carers", "calls", "visits", "lads", "kids", "children", "sons", "daughters", "boys", "girls", "dogs", "cats", "pills", "tablets", "falls", "nights", "night", "lots", "of", "grand", "k", "am", "pm", "oclock", "stone", "floors", "bedrooms", "other", "o", "little", "rooms", "mornings", "evenings", "a",
    ];

    /// <summary>The ages in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        foreach (var sentence in message.Sentences)
        {
            foreach (var fact in In(sentence, message.Sentences.Length == 1))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<VolunteeredFact> In(MessagePart sentence, bool isAlone)
    {
        var words = NumberWords.Of(Said.Words(sentence.Text));
        var said = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not { Value: >= Youngest and <= Oldest, IsOrdinal: false } || words[i].Value != decimal.Floor(words[i].Value!.Value) || !MayBeAge(words, i))
            {
                continue;
            }

            if (IsToCome(words, i))
            {
                continue;
            }

            if (SubjectOf(words, i, isAlone) is { } subject)
            {
                yield return new VolunteeredFact(subject, new NumberValue(words[i].Value!.Value), sentence.Text);
                said = true;
            }
            else if (said && IsSecond(words, i))
            {
                yield return new VolunteeredFact(FactIds.PersonAge, new NumberValue(words[i].Value!.Value), sentence.Text);
            }
        }
    }

    private static bool MayBeAge(ImmutableArray<NumberWord> words, int i)
    {
        var next = i + 1 < words.Length ? words[i + 1] : default;
        if (next.Word is "year" or "years" or "yr" or "yrs" or "yo")
        {
            return next.Word == "yo" || i + 2 < words.Length && words[i + 2].Word is "old" or "olds" || i + 2 >= words.Length && i > 0 && words[i - 1].Word is "is" or "im" or "hes" or "shes";
        }

        var isJoined = next.Word is "/" or "-" or "%" or "£" or "." || i > 0 && words[i - 1].Word is "/" or "-" or "£" or "@";
        return !isJoined && (next.Word is null || next.Value is null && !NotAgesAfter.Contains(next.Word) || next.Value is > Oldest);
    }

    // Whose age: the nearest word before the number that stands for somebody, with nothing but "is", "only" and a name between.
    private static string? SubjectOf(ImmutableArray<NumberWord> words, int i, bool isAlone)
    {
        if (i + 1 < words.Length && words[i + 1].Word is "year" or "years" or "yr" or "yrs" or "yo" && words.Skip(i).Any(word => Kin.Of(word.Word) is not null || word.Word is "woman" or "man" or "lady" or "gentleman" or "chap"))
        {
            return FactIds.PersonAge;
        }

        for (var back = i - 1; back >= 0 && back >= i - 4; back--)
        {
            var word = words[back].Word;
            if (words[back].Value is not null)
            {
                return null;
            }

            if (Own.Contains(word))
            {
                return FactIds.SpeakerAge;
            }

            if (Others.Contains(word) || Kin.Of(word) is not null)
            {
                return FactIds.PersonAge;
            }

            var isCalled = back > 0 && Kin.Of(words[back - 1].Word) is not null;
            if (!Between.Contains(word) && !isCalled && Names.Of(word, isAfterKin: true) is null)
            {
                return null;
            }
        }

        var isBare = i == 0 && isAlone && words.Length <= 12 && (words.Length == 1 || words[1].Word is "," or "and" or "n" or "soon" or "years");
        return isBare ? FactIds.SpeakerAge : null;
    }

    // "When he's 18", "till I am 65": not yet.
    private static bool IsToCome(ImmutableArray<NumberWord> words, int i) =>
        words.Skip(Math.Max(0, i - 4)).Take(Math.Min(4, i)).Any(word => word.Word is "when" or "wen" or "once" or "until" or "till" or "if" or "before" or "turns" or "turning" or "turn");

    // "both eighty four AND eighty two", "84, 82".
    private static bool IsSecond(ImmutableArray<NumberWord> words, int i) =>
        i >= 2 && words[i - 1].Word is "and" or "," or "n" && words[i - 2].Value is >= Youngest and <= Oldest;
}
