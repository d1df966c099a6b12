using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One rate out of an answer.</summary>
/// <param name="Value">The rate.</param>
/// <param name="HasCount">It was said how many times.</param>
/// <param name="IsJoined">It was added to what came before, with "and" or "plus".</param>
internal sealed record FrequencyPart(FrequencyValue Value, bool HasCount, bool IsJoined)
{
    /// <summary>Times a week.</summary>
    public decimal Weekly => Value.Times / Value.Every * (Value.Unit switch { "day" => 7m, "week" => 1m, "month" => 7m / 30.4375m, _ => 7m / 365.25m });
}

/// <summary>Cuts an answer into rates: a new one begins at each count.</summary>
internal static class FrequencyParts
{
    private static readonly ImmutableArray<ImmutableArray<string>> Days =
    [
        ["monday", "mondays", "mon", "mons"], ["tuesday", "tuesdays", "tue", "tues"], ["wednesday", "wednesdays", "wed", "weds"], ["thursday", "thursdays", "thu", "thur", "thurs"], ["friday", "fridays", "fri", "fris"], ["saturday", "saturdays", "sat", "sats"], ["sunday", "sundays", "sun", "suns"],
    ];

    private static readonly ImmutableArray<string> DayParts = ["morning", "mornings", "noon", "lunchtime", "lunch", "dinner", "dinnertime", "afternoon", "afternoons", "tea", "teatime", "evening", "evenings", "night", "nights", "bedtime", "breakfast", "nighttime", "bed"];

    /// <summary>The rates of an answer; null when something in it isn't understood.</summary>
    public static ImmutableArray<FrequencyPart>? Of(ImmutableArray<NumberWord> words, string question)
    {
        var parts = ImmutableArray.CreateBuilder<FrequencyPart>();
        var part = new Gathered();
        var isJoined = false;
        for (var i = 0; i < words.Length;)
        {
            if (Count(words, i) is { } count)
            {
                if (!part.IsEmpty && (part.Count is not null || part.HasPeriod && isJoined))
                {
                    if (part.Made(question) is not { } made)
                    {
                        return null;
                    }

                    parts.Add(made with { IsJoined = part.IsJoined });
                    part = new Gathered();
                }

                if (part.Count is not null)
                {
                    return null;
                }

                part.Count = count.Times;
                part.IsJoined = isJoined;
                i += count.Used;
            }
            else
            {
                var used = part.Take(words, i);
                if (used < 0)
                {
                    return null;
                }

                i += used;
            }

            isJoined = i > 0 && i <= words.Length && words[i - 1].Is("and", "plus", "then");
        }

        if (part.IsEmpty || part.Made(question) is not { } last)
        {
            return parts.Count > 0 && part.IsEmpty ? parts.ToImmutable() : null;
        }

        parts.Add(last with { IsJoined = part.IsJoined });
        return parts.ToImmutable();
    }

    private static (decimal Times, int Used)? Count(ImmutableArray<NumberWord> words, int i)
    {
        var word = words[i];
        if (word.Is("once", "twice", "thrice"))
        {
            return (word.Word == "once" ? 1 : word.Word == "twice" ? 2 : 3, 1);
        }

        if (word.Value is not { } number || word.IsOrdinal || number is <= 0 or > 200)
        {
            return null;
        }

        // "Six weekly" is every six weeks.
        var next = i + 1 < words.Length ? words[i + 1] : default;
        if (next.Word is not null && next.Is("weekly", "monthly", "wkly"))
        {
            return null;
        }

        return next.Word is not null && next.Is("times", "time", "x", "visits", "calls", "goes", "days", "nights", "mornings", "evenings", "afternoons") ? (number, next.Is("days", "nights", "mornings", "evenings", "afternoons") ? IsOfWeek(words, i + 2) : 2) : (number, 1);
    }

    // "Three days a week": the days are counted.
    private static int IsOfWeek(ImmutableArray<NumberWord> words, int i) =>
        i + 1 < words.Length && words[i].Is("a", "per", "each", "every", "of", "in") && (words[i + 1].Is("week", "fortnight", "month") || i + 2 < words.Length && words[i + 2].Is("week")) ? 2 : 1;

    private static int DayOf(string word) => Days.Select((names, index) => names.Contains(word) ? index : -1).Max();

    private sealed class Gathered
    {
        private readonly HashSet<int> days = [];
        private readonly HashSet<int> without = [];
        private readonly HashSet<string> dayParts = [];
        private (decimal Every, string Unit)? period;
        private bool isExcept;
        private bool isOther;

        public decimal? Count { get; set; }

        public bool IsJoined { get; set; }

        public bool HasPeriod => period is not null || days.Count > 0 || dayParts.Count > 0;

        public bool IsEmpty => Count is null && !HasPeriod;

        /// <summary>Takes what stands at a word and says how many words it took; -1 when it isn't understood.</summary>
        public int Take(ImmutableArray<NumberWord> words, int i)
        {
            var word = words[i];
            if ((word.Is("every", "each", "per", "a", "an", "in") || word.Is("the") && i > 0 && words[i - 1].Is("of")) && i + 1 < words.Length && Period(words, i + 1) is { } found)
            {
                return Set(found.Every, found.Unit) ? found.Used + 1 : -1;
            }

            if (word.Value is { } number && i + 1 < words.Length && words[i + 1].Is("weekly", "monthly", "wkly"))
            {
                return Set(number, words[i + 1].Is("monthly") ? "month" : "week") ? 2 : -1;
            }

            if (word.Value is not null)
            {
                return word.IsOrdinal && i + 1 < words.Length && DayOf(words[i + 1].Word) >= 0 ? 1 : -1;
            }

            var named = word.Word switch { "daily" or "nightly" => "day", "weekly" => "week", "monthly" => "month", "yearly" or "annually" => "year", _ => "" };
            return named.Length > 0 ? (Set(1, named) ? 1 : -1) : word.Word switch
            {
                "fortnightly" => Set(2, "week") ? 1 : -1,
                "quarterly" => Set(3, "month") ? 1 : -1,
                "weekdays" or "weekday" => Range(0, 4),
                "weekends" or "weekend" => Range(5, 6),
                "except" or "bar" or "but" or "apart" or "excluding" => Except(),
                "alternate" => Other(),
                "to" or "till" or "through" or "thru" when i > 0 && i + 1 < words.Length && DayOf(words[i - 1].Word) >= 0 && DayOf(words[i + 1].Word) >= 0 => Range(DayOf(words[i - 1].Word), DayOf(words[i + 1].Word)),
                _ => TakeWord(word.Word),
            };
        }

        public FrequencyPart? Made(string question)
        {
            var value = Value(question);
            return value is null || value.Times is <= 0 or > 200 ? null : new FrequencyPart(value, Count is not null, false);
        }

        private FrequencyValue? Value(string question)
        {
            days.ExceptWith(without);
            if (without.Count > 0)
            {
                return period is (1, "day") && days.Count == 0 ? new FrequencyValue((Count ?? 1) * (7 - without.Count), 1, "week") : days.Count > 0 ? new FrequencyValue((Count ?? 1) * days.Count, 1, "week") : null;
            }

            if (days.Count > 0)
            {
                return OnDays();
            }

            if (dayParts.Count > 0 && period is null or (1, "day"))
            {
                return Count is null ? new FrequencyValue(dayParts.Count, 1, "day") : dayParts.Count == 1 || dayParts.Count == Count ? new FrequencyValue(Count.Value, 1, "day") : null;
            }

            if (dayParts.Count > 1 || isOther && period is null)
            {
                return null;
            }

            if (period is { } set)
            {
                return set.Unit == "hour" ? new FrequencyValue((Count ?? 1) * 24 / set.Every, 1, "day") : new FrequencyValue(Count ?? 1, set.Every, set.Unit);
            }

            var asked = Words.HasAny(question, "a day", "each day", "per day", "in the night", "at night", "in the day", "every day") ? "day" : Words.HasAny(question, "a week", "each week", "per week") ? "week" : Words.HasAny(question, "a month", "each month") ? "month" : "";
            return asked.Length > 0 && Count is { } times ? new FrequencyValue(times, 1, asked) : null;
        }

        private FrequencyValue? OnDays()
        {
            var everyOther = isOther ? 2 : 1;
            return period switch
            {
                null => new FrequencyValue((Count ?? 1) * days.Count, everyOther, "week"),
                (1, "day") => new FrequencyValue((Count ?? 1) * days.Count, 1, "week"),
                (_, "week") when Count is null || Count == days.Count => new FrequencyValue(days.Count, period.Value.Every, "week"),
                (_, "month") when Count is null or 1 && days.Count == 1 => new FrequencyValue(1, period.Value.Every, "month"),
                _ => null,
            };
        }

        private (decimal Every, string Unit, int Used)? Period(ImmutableArray<NumberWord> words, int i)
        {
            var (every, used) = (1m, 0);
            if (words[i].Value is { } number and > 0 && i + 1 < words.Length)
            {
                (every, used) = (number, 1);
            }
            else if (words[i].Is("other", "alternate") && i + 1 < words.Length)
            {
                if (DayOf(words[i + 1].Word) >= 0)
                {
                    isOther = true;
                    return null;
                }

                (every, used) = (2, 1);
            }
            else if (words[i].Is("single") && i + 1 < words.Length)
            {
                used = 1;
            }

            var unit = words[i + used].Word switch
            {
                "hour" or "hours" or "hrs" => "hour",
                "day" or "days" or "night" or "nights" or "morning" or "evening" or "afternoon" => "day",
                "week" or "weeks" or "wk" or "wks" => "week",
                "fortnight" or "fortnights" => "fortnight",
                "month" or "months" or "mth" => "month",
                "quarter" => "quarter",
                "year" or "years" or "yr" => "year",
                _ => "",
            };
            return unit.Length == 0 ? null : unit switch { "fortnight" => (every * 2, "week", used + 1), "quarter" => (every * 3, "month", used + 1), _ => (every, unit, used + 1) };
        }

        private bool Set(decimal every, string unit)
        {
            if (period is { } set && set != (every, unit))
            {
                return false;
            }

            period = (every, unit);
            return true;
        }

        private int Range(int from, int to)
        {
            for (var day = from; day != to; day = (day + 1) % 7)
            {
                (isExcept ? without : days).Add(day);
            }

            (isExcept ? without : days).Add(to);
            return 1;
        }

        private int Except()
        {
            isExcept = true;
            return 1;
        }

        private int Other()
        {
            isOther = true;
            return 1;
        }

        private int TakeWord(string word)
        {
            if (DayOf(word) is >= 0 and var day)
            {
                (isExcept ? without : days).Add(day);
            }
            else if (DayParts.Contains(word))
            {
                dayParts.Add(word.TrimEnd('s'));
            }

            return 1;
        }
    }
}
