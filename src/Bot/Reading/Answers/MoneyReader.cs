using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A sum, and in every hour, week, four weeks, month or year. Without a period, in the answer or the question, it is no answer unless the question asks for a sum once.</summary>
internal static class MoneyReader
{
    private static readonly (string Per, string[] Words)[] Periods =
    [
        ("four_weeks", ["every four weeks", "four weekly", "every 4 weeks", "4 weekly", "4 wkly", "four weeks", "4 weeks", "per four weeks", "per 4 weeks", "each four weeks", "every fourth week", "lunar month", "every 4 wks", "4 wks"]),
        ("fortnight", ["a fortnight", "per fortnight", "fortnightly", "every fortnight", "each fortnight", "every two weeks", "every 2 weeks", "two weekly", "2 weekly", "every other week"]),
        ("hour", ["an hour", "per hour", "hourly", "ph", "each hour", "every hour", "p h", "hr", "a hour", "per hr", "an hr"]),
        ("week", ["a week", "per week", "weekly", "wkly", "pw", "each week", "every week", "p w", "a wk", "per wk", "week", "wk"]),
        ("month", ["a month", "per month", "monthly", "mthly", "pcm", "pm", "each month", "every month", "calendar month", "p m", "a mth", "per mth", "month", "mth"]),
        ("year", ["a year", "per year", "yearly", "pa", "annually", "annual", "per annum", "each year", "every year", "p a", "a yr", "per yr", "year", "yr"]),
        ("day", ["a day", "per day", "daily", "each day", "every day"]),
    ];

    private static readonly ImmutableArray<string> AskOnce = ["savings", "saved", "capital", "bank", "worth", "value", "lump", "cost", "put by", "put away", "inherit", "inherited", "inheritance", "funeral", "owe", "debt", "debts", "investments", "premium bonds", "shares", "property", "house"];

    /// <summary>The sum; null when it isn't plain.</summary>
    public static MoneyValue? Read(string text, string question)
    {
        // "£230 a week, no sorry, £241": the period still holds.
        var corrected = Corrections.Of(text);
        var period = corrected.IsCorrected && Period(Line(corrected.After)) is null ? Period(Line(corrected.Before)) : null;
        var asked = period is null ? question : $"{question.TrimEnd()} {Periods.First(known => known.Per == period).Words[0]} ";
        return ReadOne(corrected.After, asked) ?? (corrected.IsCorrected || corrected.After == text ? null : ReadOne(text, question));
    }

    private static string Line(string text) => Said.Line(Said.Words(text));

    private static MoneyValue? ReadOne(string text, string question)
    {
        var words = Said.Words(text);
        var line = Line(text);
        if (words.IsEmpty || Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line) || words.Contains("%"))
        {
            return null;
        }

        var amounts = Amounts(NumberWords.Of(words), line);
        var isOnce = AskOnce.Any(word => Words.HasAny(question, word)) && Period(question) is null;
        var per = Period(line) ?? Period(question) ?? (isOnce ? "once" : null);
        if (amounts.Count == 0)
        {
            return Vagueness.IsNone(line) && !Words.HasAny(line, "much", "enough", "if", "more", "less", "wish") ? new MoneyValue(0, per is null or "fortnight" or "day" ? "once" : per) : null;
        }

        return Sum(amounts, line, isOnce) is { } sum && !IsVague(line) && per is not null ? Made(sum, per) : null;
    }

    private static MoneyValue? Made(decimal amount, string per) => per switch
    {
        _ when amount is < 0 or > 100_000_000 => null,
        "day" => null,
        "fortnight" => new MoneyValue(amount / 2, "week"),
        _ => new MoneyValue(amount, per),
    };

    private static bool IsVague(string line) =>
        Vagueness.IsIn(line.Replace(" to be precise ", " ", StringComparison.Ordinal).Replace(" or so ", " odd ", StringComparison.Ordinal).Replace(" over the ", " ", StringComparison.Ordinal).Replace(" to my name ", " ", StringComparison.Ordinal).Replace(" over a year ", " ", StringComparison.Ordinal));

    private static decimal? Sum(List<decimal> amounts, string line, bool isOnce)
    {
        if (amounts.Distinct().Count() == 1)
        {
            return amounts[0];
        }

        var isTotal = Words.HasAny(line, "altogether", "in all", "in total", "all told", "all together", "total");
        if (isTotal && amounts[..^1].Sum() == amounts[^1])
        {
            return amounts[^1];
        }

        var isAdded = isOnce && Words.HasAny(line, "and", "plus") && !isTotal && !Words.HasAny(line, "or", "was", "had", "spent", "owe", "minus", "less", "wife", "husband", "wifes", "husbands", "hers", "his", "each", "limit", "ago", "before", "from", "used", "of which", "including", "if", "since", "for my funeral");
        return isAdded ? amounts.Sum() : null;
    }

    /// <summary>"Eleven pound fifty" is one sum; so are "£6 and 50 pence" and "50p".</summary>
    private static List<decimal> Amounts(ImmutableArray<NumberWord> words, string line)
    {
        var amounts = new List<decimal>();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Value is not { } value || word.IsOrdinal || IsPeriodCount(words, i))
            {
                continue;
            }

            bool At(int at, params ReadOnlySpan<string> any) => i + at < words.Length && words[i + at].Is(any);
            if (At(1, "p", "pence", "penny") && !(At(2, "a") && At(3, "m")))
            {
                amounts.Add(value / 100);
                continue;
            }

            if (At(1, "pound", "pounds", "quid", "£"))
            {
                var pence = i + 2 < words.Length && words[i + 2].Value is { } direct ? (direct, 2) : At(2, "and") && i + 4 < words.Length && words[i + 3].Value is { } later && words[i + 4].Is("p", "pence") ? (later, 3) : (0m, 0);
                if (pence.Item2 > 0 && pence.Item1 is >= 1 and < 100 && pence.Item1 == decimal.Floor(pence.Item1) && !IsPeriodCount(words, i + pence.Item2))
                {
                    value += pence.Item1 / 100;
                    i += pence.Item2;
                }
            }
            else if (Words.HasAny(line, "an hour", "per hour", "hourly") && value is >= 5 and < 100 && i + 1 < words.Length && words[i + 1].Value is { } bare and >= 10 and < 100)
            {
                value += bare / 100;
                i++;
            }

            amounts.Add(value);
        }

        return amounts;
    }

    private static bool IsPeriodCount(ImmutableArray<NumberWord> words, int i) =>
        i + 1 < words.Length && words[i + 1].Is("week", "weeks", "weekly", "wkly", "wks", "months", "years", "hours", "hour", "days") && words[i].Value is 1 or 2 or 4 && i > 0 && words[i - 1].Is("every", "per", "each")
        || i + 1 < words.Length && words[i].Value is 2 or 4 && words[i + 1].Is("weekly", "wkly", "weeks", "wks");

    private static string? Period(string line)
    {
        foreach (var (per, words) in Periods)
        {
            if (words.Any(word => Words.HasAny(line, word)))
            {
                return per;
            }
        }

        return null;
    }
}
