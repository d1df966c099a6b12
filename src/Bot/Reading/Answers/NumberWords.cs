using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A number in a line of words, or a word that is none.</summary>
/// <param name="Word">The words as they were said, joined by blanks.</param>
/// <param name="Value">The number; null for a word.</param>
/// <param name="IsOrdinal">"Third", "3rd".</param>
/// <param name="Digits">How many digits it was written with; 0 when it was said in words.</param>
internal readonly record struct NumberWord(string Word, decimal? Value, bool IsOrdinal = false, int Digits = 0)
{
    /// <summary>It is this word.</summary>
    public bool Is(params ReadOnlySpan<string> words) => Value is null && words.Contains(Word);
}

/// <summary>Numbers as people write and say them: "1,200", "1.5 grand", "14k", "twenty three thousand two hundred and fifty", "half a dozen", "two and a half".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = Table(
        "zero nought naught nil", "one wan", "two", "three thre", "four", "five", "six", "seven", "eight eigth", "nine", "ten", "eleven elevan", "twelve twelv",
        "thirteen", "fourteen forteen", "fifteen", "sixteen", "seventeen", "eighteen eightteen", "nineteen ninteen");

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20, ["twentie"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["eightie"] = 80, ["ninety"] = 90, ["ninty"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["forth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["eigth"] = 8, ["ninth"] = 9, ["nineth"] = 9, ["tenth"] = 10,
        ["eleventh"] = 11, ["twelfth"] = 12, ["twelth"] = 12, ["thirteenth"] = 13, ["fourteenth"] = 14, ["fifteenth"] = 15, ["sixteenth"] = 16, ["seventeenth"] = 17, ["eighteenth"] = 18, ["nineteenth"] = 19, ["twentieth"] = 20, ["thirtieth"] = 30,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Scales = new Dictionary<string, int> { ["hundred"] = 100, ["hundered"] = 100, ["thousand"] = 1000, ["thousnd"] = 1000, ["grand"] = 1000, ["k"] = 1000, ["million"] = 1_000_000 }.ToFrozenDictionary();

    /// <summary>The words of a line, numbers joined.</summary>
    public static ImmutableArray<NumberWord> Of(ImmutableArray<string> words)
    {
        var found = ImmutableArray.CreateBuilder<NumberWord>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var (number, used) = At(words, i);
            found.Add(number);
            i += used;
        }

        return found.ToImmutable();
    }

    private static (NumberWord Number, int Used) At(ImmutableArray<string> words, int i)
    {
        if (Fixed(words, i) is { } fixedNumber)
        {
            return fixedNumber;
        }

        if (Ordinal(words, i) is { } ordinal)
        {
            return ordinal;
        }

        var (value, used, digits) = Cardinal(words, i);
        if (used == 0)
        {
            return (new NumberWord(words[i], null), 1);
        }

        var (more, extra) = Fraction(words, i + used);
        used += extra;
        return (new NumberWord(string.Join(' ', words.Skip(i).Take(used)), value + more, Digits: used == 1 ? digits : 0), used);
    }

    private static (NumberWord, int)? Fixed(ImmutableArray<string> words, int i)
    {
        var next = i + 1 < words.Length ? words[i + 1] : "";
        var third = i + 2 < words.Length ? words[i + 2] : "";
        return words[i] switch
        {
            "half" when next is "a" && third is "dozen" => (new NumberWord("half a dozen", 6), 3),
            "half" when next is "a" && third is "grand" => (new NumberWord("half a grand", 500), 3),
            "half" when next is "dozen" => (new NumberWord("half dozen", 6), 2),
            "half" when next is "a" or "an" => (new NumberWord("half", 0.5m), 1),
            "a" when next is "dozen" => (new NumberWord("a dozen", 12), 2),
            "dozen" => (new NumberWord("dozen", 12), 1),
            _ => null,
        };
    }

    private static (NumberWord, int)? Ordinal(ImmutableArray<string> words, int i)
    {
        if (Ordinals.TryGetValue(words[i], out var ordinal))
        {
            return (new NumberWord(words[i], ordinal, IsOrdinal: true), 1);
        }

        if (Tens.TryGetValue(words[i], out var tens) && i + 1 < words.Length && Ordinals.TryGetValue(words[i + 1], out var unit) && unit < 10)
        {
            return (new NumberWord($"{words[i]} {words[i + 1]}", tens + unit, IsOrdinal: true), 2);
        }

        var word = words[i];
        var isMarked = word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
        return isMarked && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new NumberWord(word, number, IsOrdinal: true, Digits: word.Length - 2), 1)
            : null;
    }

    private static (decimal Value, int Used, int Digits) Cardinal(ImmutableArray<string> words, int start)
    {
        decimal total = 0;
        var (chunk, i, digits) = Chunk(words, start);
        if (i == start)
        {
            return (0, 0, 0);
        }

        while (i < words.Length && words[i] is "thousand" or "grand" or "thousnd" or "k" or "million")
        {
            total += chunk * Scales[words[i]];
            var scaled = i + 1;
            chunk = 0;
            var next = scaled < words.Length && words[scaled] == "and" ? scaled + 1 : scaled;
            var (more, end, _) = Chunk(words, next);
            if (end == next || more >= 1000)
            {
                i = scaled;
                break;
            }

            chunk = more;
            i = end;
        }

        return (total + chunk, i - start, digits);
    }

    // Up to 999: figures, or "two hundred and fifty one"; ends after the last word that belongs to it.
    private static (decimal Value, int End, int Digits) Chunk(ImmutableArray<string> words, int start)
    {
        if (start >= words.Length)
        {
            return (0, start, 0);
        }

        var (value, i, digits) = Below100(words, start);
        var isA = i == start && words[start] == "a" && start + 1 < words.Length && Scales.ContainsKey(words[start + 1]) && words[start + 1] != "k";
        if (isA)
        {
            (value, i) = (1, start + 1);
        }

        if (i == start || i >= words.Length || words[i] is not ("hundred" or "hundered") || value > 99)
        {
            return (value, i, digits);
        }

        value *= 100;
        i++;
        var next = i < words.Length && words[i] == "and" ? i + 1 : i;
        var (rest, end, _) = next < words.Length && !char.IsAsciiDigit(words[next][0]) ? Below100(words, next) : (0, next, 0);
        return end > next ? (value + rest, end, 0) : (value, i, 0);
    }

    private static (decimal Value, int End, int Digits) Below100(ImmutableArray<string> words, int i)
    {
        if (Figures(words[i]) is { } figures)
        {
            return (figures, i + 1, words[i].Count(char.IsAsciiDigit));
        }

        if (Tens.TryGetValue(words[i], out var tens))
        {
            var hasUnit = i + 1 < words.Length && Small.TryGetValue(words[i + 1], out var unit) && unit is > 0 and < 10;
            return hasUnit ? (tens + Small[words[i + 1]], i + 2, 0) : (tens, i + 1, 0);
        }

        return Small.TryGetValue(words[i], out var small) ? (small, i + 1, 0) : (0, i, 0);
    }

    private static (decimal More, int Used) Fraction(ImmutableArray<string> words, int i)
    {
        string At(int at) => at < words.Length ? words[at] : "";
        return At(i) switch
        {
            "and" when At(i + 1) == "a" && At(i + 2) == "half" => (0.5m, 3),
            "and" when At(i + 1) == "a" && At(i + 2) == "quarter" => (0.25m, 3),
            "and" when At(i + 1) == "three" && At(i + 2) == "quarters" => (0.75m, 3),
            "point" when Small.TryGetValue(At(i + 1), out var tenth) && tenth < 10 => (tenth / 10m, 2),
            _ => (0, 0),
        };
    }

    /// <summary>"1,200", "1200.50"; null for anything else, and for "1.200", which might be either.</summary>
    private static decimal? Figures(string word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var dot = word.IndexOf('.', StringComparison.Ordinal);
        return dot >= 0 && word.Length - dot > 3 || word.Length > 12 ? null
            : decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static FrozenDictionary<string, int> Table(params string[] rows) =>
        rows.SelectMany((row, value) => row.Split(' ').Select(word => (word, value))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.value);
}
