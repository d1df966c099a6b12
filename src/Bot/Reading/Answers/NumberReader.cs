using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A count, an age, hours a week. Two numbers, a range or a limit are no number.</summary>
internal static class NumberReader
{
    private static readonly ImmutableArray<string> Units = ["minute", "hour", "day", "week", "month", "year"];

    private static readonly ImmutableArray<string> PlainWords =
    [
        "about", "around", "roughly", "approx", "approximately", "i", "im", "id", "say", "think", "its", "it", "is", "was", "just", "only", "the", "a", "of", "us", "me", "well", "er", "erm", "um", "oh", "he", "she", "hes", "shes", "there", "theres", "are", "we", "weve", "ive", "have", "had", "got", "been", "in", "all", "and", "on", "my", "own", "total", "altogether",
    ];

    private static readonly ImmutableArray<string> Kin =
    [
        "me", "myself", "i", "him", "her", "wife", "husband", "hubby", "partner", "son", "daughter", "mum", "mam", "mom", "dad", "mother", "father", "brother", "sister", "nan", "gran", "grandad", "granny", "grandson", "granddaughter", "lodger", "boyfriend", "girlfriend", "friend", "aunt", "auntie", "uncle", "missus", "baby", "nephew", "niece", "carer", "himself", "herself",
    ];

    private static readonly ImmutableArray<string> Kins = ["lads", "kids", "children", "sons", "daughters", "boys", "girls", "grandchildren", "grandkids", "brothers", "sisters", "parents", "lodgers", "teenagers", "bairns", "adults", "friends"];

    private static readonly ImmutableArray<string> Occasions =
    [
        "morning", "mornings", "afternoon", "evening", "night", "bedtime", "dinner", "dinnertime", "lunch", "lunchtime", "tea", "teatime", "breakfast", "noon", "front", "back", "outside", "inside", "upstairs", "downstairs", "kitchen", "bathroom", "bed", "garden", "hall", "gate", "path", "porch", "bedroom", "door",
    ];

    private static readonly ImmutableArray<string> Between = ["in", "at", "the", "for", "on", "to", "up", "down", "get", "one", "and", "another", "then", "first", "thing", "plus", ",", "a", "before", "after", "time", "then", "by", "steps", "stairs", "visits", "calls", "step"];

    /// <summary>The number; null when it isn't plain.</summary>
    public static decimal? Read(string text, string question)
    {
        var corrected = Corrections.Of(text);
        var found = ReadOne(corrected.After, question);
        return found is null && !corrected.IsCorrected && corrected.After != text ? ReadOne(text, question) : found;
    }

    private static decimal? ReadOne(string text, string question)
    {
        var words = Said.Words(text);
        var line = Said.Line(words);
        if (words.IsEmpty || Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line) || words.Contains("%") || words.Contains("£"))
        {
            return null;
        }

        if (Words.HasAny(line, "24 7", "24 hours a day", "twenty four seven", "round the clock") && Words.HasAny(question, "hours a week", "hours each week", "hours per week"))
        {
            return 168;
        }

        var numbers = NumberWords.Of(words);
        var counted = Household(numbers, question);
        return counted ?? OnOccasions(numbers) ?? One(numbers, line, question);
    }

    private static decimal? One(ImmutableArray<NumberWord> words, string line, string question)
    {
        var values = words.Where(word => word.Value is not null && !word.IsOrdinal).ToList();
        var isAge = IsAge(question);
        if (values.Count == 0)
        {
            var once = Words.HasAny(line, "a couple") && !Words.HasAny(line, "couple of hundred", "couple of thousand") ? 2 : Words.HasAny(line, "twice") ? 2 : Words.HasAny(line, "once") ? 1 : (decimal?)null;
            var rest = line.Replace(" a couple ", " ", StringComparison.Ordinal).Replace(" not including ", " ", StringComparison.Ordinal);
            return once is not null ? (Vagueness.IsIn(rest) ? null : once) : Vagueness.IsNone(line) && !isAge && !Words.HasAny(line, "if", "maybe", "more than", "too many", "not many", "not enough") ? 0 : null;
        }

        if (values.Count > 1 && values.Select(value => value.Value).Distinct().Count() > 1 || Vagueness.IsIn(line.Replace(" for some ", " ", StringComparison.Ordinal)) && !IsLoose(line) || IsPart(words))
        {
            return null;
        }

        var number = values[0].Value!.Value;
        return isAge ? Age(number, line) : Count(number, line, question);
    }

    // "Not long till 80" and "one or two" stay vague; "to" and "on" before a place do not.
    private static bool IsLoose(string line) => Words.HasAny(line, "to my name", "to the front", "to the door", "up to the front", "up to the door") && !Words.HasAny(line, "or", "between", "over", "under");

    private static bool IsAge(string question) => Words.HasAny(question, "how old", "age", "what age");

    private static decimal? Age(decimal number, string line)
    {
        if (number is < 1 or > 120 || Words.HasAny(line, "born", "months", "days", "weeks"))
        {
            return null;
        }

        var isToCome = Words.HasAny(line, "next", "tomorrow", "will be", "shell be", "hell be", "ill be", "turning", "going to be", "gonna be", "coming up", "be");
        return isToCome ? decimal.Floor(number) - 1 : Words.HasAny(line, "soon", "in", "come") && Words.HasAny(line, "soon", "months", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas") ? null : decimal.Floor(number);
    }

    private static decimal? Count(decimal number, string line, string question)
    {
        if (number is >= 1900 and <= 2100 && number == decimal.Floor(number) && !Words.HasAny(question, "what year", "which year") || number > 10_000 || Words.HasAny(line, "oclock", "am", "pm", "flat", "no", "since", "aged", "years old", "percent", "half past", "quarter past"))
        {
            return null;
        }

        if (Words.HasAny(question, "hours a week", "hours each week", "hours per week") && Words.HasAny(line, "a day", "per day", "each day", "every day", "daily"))
        {
            return number <= 24 && !Words.HasAny(line, "weekdays", "days", "monday", "mon", "friday", "fri", "saturday", "sunday", "weekend", "weekends") ? number * 7 : null;
        }

        return Units.Where(unit => HasUnit(line, unit)).Any(unit => !HasUnit(question, unit) && !Words.HasAny(line, $"this {unit}", $"last {unit}", $"that {unit}", $"the {unit}")) || IsRate(line) && !IsRate(question) ? null : number;
    }

    private static bool HasUnit(string line, string unit) => Words.HasAny(line, unit, unit + "s", unit == "hour" ? "hrs" : unit == "year" ? "yrs" : unit == "minute" ? "mins" : unit);

    private static bool IsRate(string line) => Words.HasAny(line, "a day", "a week", "a month", "a year", "per day", "per week", "per month", "each day", "each week", "every day", "every week", "daily", "weekly", "in a day");

    // A slash or a dash between numbers: a score, a range, a date.
    private static bool IsPart(ImmutableArray<NumberWord> words) => words.Any(word => word.Word is "/" or "-") && words.Any(word => word.Value is not null);

    // "Me, him and the two lads", when every word is understood.
    private static decimal? Household(ImmutableArray<NumberWord> words, string question)
    {
        if (!Words.HasAny(question, "how many people", "how many of you", "who live", "people live"))
        {
            return null;
        }

        decimal people = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var next = words.Skip(i + 1).FirstOrDefault(other => !other.Is("of", "my", "our", "the"));
            if (word.Value is { } number && next.Value is null && next.Word is not null && Kins.Contains(next.Word))
            {
                people += number;
            }
            else if (word.Value is null && Kin.Contains(word.Word))
            {
                people++;
            }
            else if (word.Is("parents") && (i == 0 || words[i - 1].Value is null))
            {
                people += 2;
            }
            else if (!(word.Value is null && (Kins.Contains(word.Word) && i > 0 || word.Is("and", "the", "my", "our", ",", "just", "only", "plus", "of", "its", "theres", "there", "is", "also", "both", "well"))))
            {
                return null;
            }
        }

        return people > 0 ? people : null;
    }

    // "One morning, one dinner and one at bedtime", when every word is understood.
    private static decimal? OnOccasions(ImmutableArray<NumberWord> words)
    {
        var values = words.Where(word => word.Value is not null && !word.IsOrdinal).ToList();
        var isUnderstood = words.All(word => word.Value is not null || Occasions.Contains(word.Word) || Between.Contains(word.Word) || PlainWords.Contains(word.Word));
        var occasions = words.Count(word => word.Value is null && Occasions.Contains(word.Word));
        return values.Count > 1 && isUnderstood && occasions >= values.Count - 1 && words.Any(word => word.Is("and", ",", "plus")) ? values.Sum(word => word.Value) : null;
    }
}
