using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A date of birth: day, month and year, none of them guessed. A two-digit year is one that gives a possible age.</summary>
internal static class BirthReader
{
    private const int Oldest = 115;
    private const int OldestShort = 110;

    private static readonly ImmutableArray<string> Vague = ["or", "about", "around", "roughly", "sometime", "maybe", "not", "might", "between", "either", "isnt", "probably"];

    /// <summary>The day; null when it isn't plain.</summary>
    public static DateOnly? Read(string text, string question, DateOnly today)
    {
        var corrected = Corrections.Of(text);
        if (!corrected.IsCorrected)
        {
            return ReadOne(corrected.After, question, today);
        }

        return ReadOne(corrected.After, question, today) ?? (DateReader.Mended(corrected) is { } mended ? ReadOne(mended, question, today) : null);
    }

    private static DateOnly? ReadOne(string text, string question, DateOnly today)
    {
        var line = Words.Line(text);
        if (Asides.Refuses(line) || Asides.DoesNotKnow(line) || text.TrimEnd().EndsWith('?') || Vague.Any(word => Words.HasAny(line, word)))
        {
            return null;
        }

        var said = CalendarDates.In(DateItem.Of(text));
        if (said.Length > 1)
        {
            said = AskedFor(text, question);
        }

        if (said is not [{ Month: { } month, Year: { } year } date])
        {
            return null;
        }

        var full = date.IsShortYear ? Century(year, question, today) : year;
        return DateReader.Make(full, month, date.Day) is { } born && born <= today && full >= today.Year - Oldest ? born : null;
    }

    private static int Century(int year, string question, DateOnly today)
    {
        var isChild = Words.HasAny(question, "young", "child", "childs", "baby", "grandson", "granddaughter");
        return today.Year - (1900 + year) > OldestShort || isChild && 2000 + year <= today.Year ? 2000 + year : 1900 + year;
    }

    // "Mine's 3/3/60, hers is 8/10/33": the one that the question asks for.
    private static ImmutableArray<SaidDate> AskedFor(string text, string question)
    {
        var isOwn = Words.HasAny(question, "your date", "your birth", "you born") || Words.HasAny(question, "your") && !Words.HasAny(question, "mothers", "fathers", "wifes", "husbands", "sons", "daughters", "partners", "their", "her", "his", "persons");
        string[] own = ["mine", "mines", "my", "i", "im", "me", "i was"];
        string[] other = ["hers", "her", "shes", "she", "his", "he", "hes", "theirs", "mums", "mams", "moms", "dads", "mothers", "fathers", "wifes", "husbands"];
        var pieces = Pieces(text);
        var wanted = pieces.Where(piece => (isOwn ? own : other).Any(word => Words.HasAny(piece.Line, word)) && !(isOwn ? other : own[..2]).Any(word => Words.HasAny(piece.Line, word))).ToList();
        return wanted is [{ Dates: [var date] }] ? [date] : [];
    }

    // Cuts the text behind each date, so that each piece has one date and the words before it.
    private static List<(string Line, ImmutableArray<SaidDate> Dates)> Pieces(string text)
    {
        var items = DateItem.Of(text);
        var pieces = new List<(string, ImmutableArray<SaidDate>)>();
        var start = 0;
        foreach (var date in CalendarDates.In(items))
        {
            pieces.Add(($" {string.Join(' ', items[start..date.Start].Select(item => item.Word))} ", [date]));
            start = date.End;
        }

        return pieces;
    }
}
