using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>Which way a question looks.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>"A week on Thursday", "three weeks ago today", "Saturday just gone", "tomorrow week".</summary>
internal static class RelativeDates
{
    /// <summary>The days meant, without doubles; empty for none. A day that might be either of two is none.</summary>
    public static ImmutableArray<DateOnly> In(ImmutableArray<DateItem> items, DateOnly today, Direction direction)
    {
        var found = ImmutableArray.CreateBuilder<DateOnly>();
        for (var i = 0; i < items.Length;)
        {
            var (day, used) = Shifted(items, i, today, direction) ?? Ago(items, i, today) ?? Plain(items, i, today) ?? Weekday(items, i, today, direction) ?? (null, 1);
            if (day is { } one)
            {
                found.Add(one);
            }

            i += used;
        }

        return [.. found.Distinct()];
    }

    private static DateItem At(ImmutableArray<DateItem> items, int i) => i < items.Length ? items[i] : new DateItem("", null, false, null, null, 0, false);

    /// <summary>How long, and how many words say so: "a fortnight", "three weeks", "ten days".</summary>
    private static (int Days, int Used)? Span(ImmutableArray<DateItem> items, int i)
    {
        var (count, used) = At(items, i).Number is { } number && !At(items, i).IsOrdinal ? (number, 1) : At(items, i).Is("a", "one") ? (1, 1) : (1, 0);
        return At(items, i + used).Word switch
        {
            "week" or "weeks" or "wk" or "wks" or "weeks'" => (7 * count, used + 1),
            "fortnight" => (14 * count, used + 1),
            "day" or "days" when used > 0 => (count, used + 1),
            _ => null,
        };
    }

    // "Fortnight today", "a week on Thursday", "a week last Tuesday", "a week ago today", "three weeks tomorrow".
    private static (DateOnly?, int)? Shifted(ImmutableArray<DateItem> items, int i, DateOnly today, Direction direction)
    {
        if (Span(items, i) is not { } span || span.Days > 400)
        {
            return null;
        }

        var at = i + span.Used;
        var isAgo = At(items, at).Is("ago", "since", "back");
        at += isAgo ? 1 : 0;
        at += At(items, at).Is("on", "from", "come") ? 1 : 0;
        if (Plain(items, at, today) is { } plain && plain.Day is { } anchor)
        {
            return (anchor.AddDays(isAgo || anchor < today ? -span.Days : span.Days), at + plain.Used - i);
        }

        var isLast = At(items, at).Is("last", "past");
        at += isLast ? 1 : 0;
        if (At(items, at).Day is { } day)
        {
            var isBack = isLast || isAgo || direction == Direction.Past;
            var near = isBack ? Before(day, today) : After(day, today);
            return (isLast && isAgo ? null : near.AddDays(isBack ? -span.Days : span.Days), at + 1 - i);
        }

        return null;
    }

    // "Two weeks ago", "in ten days", "in three weeks time".
    private static (DateOnly?, int)? Ago(ImmutableArray<DateItem> items, int i, DateOnly today)
    {
        var isIn = At(items, i).Is("in");
        if (Span(items, isIn ? i + 1 : i) is not { } span || span.Days > 4000)
        {
            return null;
        }

        var at = i + span.Used + (isIn ? 1 : 0);
        return At(items, at).Is("ago") && !isIn ? (today.AddDays(-span.Days), at + 1 - i)
            : At(items, at).Is("time") || isIn ? (today.AddDays(span.Days), at - i + (At(items, at).Is("time") ? 1 : 0))
            : (null, at - i);
    }

    private static (DateOnly? Day, int Used)? Plain(ImmutableArray<DateItem> items, int i, DateOnly today)
    {
        var item = At(items, i);
        if (item.Is("the"))
        {
            return Plain(items, i + 1, today) is { } after && At(items, i + 1).Is("day") ? (after.Day, after.Used + 1) : null;
        }

        if (item.Is("day") && At(items, i + 1).Is("before") && At(items, i + 2).Is("yesterday"))
        {
            return (today.AddDays(-2), 3);
        }

        if (item.Is("day") && At(items, i + 1).Is("after") && At(items, i + 2).Is("tomorrow", "tomoz", "tomorow"))
        {
            return (today.AddDays(2), 3);
        }

        var offset = item.Word switch
        {
            "today" or "tonight" or "2day" => 0,
            "yesterday" or "yest" or "yesturday" => -1,
            "tomorrow" or "tomorow" or "tmrw" or "tomoz" => 1,
            "this" when At(items, i + 1).Is("morning", "afternoon", "evening") => 0,
            "last" when At(items, i + 1).Is("night") => -1,
            _ => (int?)null,
        };
        if (offset is not { } days || item.Number is not null)
        {
            return null;
        }

        var used = item.Is("this", "last") ? 2 : 1;
        var week = At(items, i + used).Is("week") ? 7 : At(items, i + used).Is("fortnight") ? 14 : 0;
        return (today.AddDays(days + (week > 0 && days < 0 ? -week : week)), used + (week > 0 ? 1 : 0));
    }

    private static (DateOnly?, int)? Weekday(ImmutableArray<DateItem> items, int i, DateOnly today, Direction direction)
    {
        var before = At(items, i);
        var lead = before.Is("last", "this", "next", "coming", "past") ? 1 : 0;
        var more = lead == 1 && At(items, i + 1).Is("coming", "past") ? 1 : 0;
        if (At(items, i + lead + more).Day is not { } day)
        {
            return null;
        }

        var end = i + lead + more + 1;
        end += At(items, end).Is("night", "morning", "afternoon", "evening") ? 1 : 0;
        if (At(items, end).Is("week", "fortnight"))
        {
            return (After(day, today).AddDays(At(items, end).Is("week") ? 7 : 14), end + 1 - i);
        }

        if (At(items, end).Is("before") && At(items, end + 1).Is("last"))
        {
            return (Before(day, today).AddDays(-7), end + 2 - i);
        }

        if (At(items, end).Is("after") && At(items, end + 1).Is("next"))
        {
            return (null, end + 2 - i);
        }

        var isGone = At(items, end).Is("just") && At(items, end + 1).Is("gone") ? 2 : At(items, end).Is("gone", "past", "last") ? 1 : 0;
        var isComing = At(items, end).Is("coming") ? 1 : 0;
        var word = isGone > 0 || more > 0 && At(items, i + 1).Is("past") ? "past" : isComing > 0 || more > 0 ? "coming" : lead > 0 ? before.Word : "";
        return (Choose(word, day, today, direction), end + isGone + isComing - i);
    }

    private static DateOnly? Choose(string word, DayOfWeek day, DateOnly today, Direction direction) => word switch
    {
        "past" => Before(day, today),
        "coming" => After(day, today),
        "last" => IsOfThisWeek(Before(day, today), today) ? null : Before(day, today),
        "this" => direction == Direction.Past ? (Before(day, today) is var gone && IsOfThisWeek(gone, today) ? gone : null) : today.DayOfWeek == day ? today : After(day, today),

        // "Next Friday" on a Monday may be this week's or the one after.
        "next" => direction == Direction.Past ? null : After(day, today) is var near && (near.DayNumber - today.DayNumber) == 7 ? near : near.DayNumber - today.DayNumber == 1 ? near.AddDays(7) : IsOfThisWeek(near, today) ? null : near,
        _ when today.DayOfWeek == day => null,
        _ => direction switch { Direction.Past => Before(day, today), Direction.Future => After(day, today), _ => null },
    };

    private static bool IsOfThisWeek(DateOnly day, DateOnly today) => Monday(day) == Monday(today);

    private static int Monday(DateOnly day) => day.DayNumber - ((int)day.DayOfWeek + 6) % 7;

    private static DateOnly Before(DayOfWeek day, DateOnly today) => today.AddDays(-((int)today.DayOfWeek - (int)day + 6) % 7 - 1);

    private static DateOnly After(DayOfWeek day, DateOnly today) => today.AddDays(((int)day - (int)today.DayOfWeek + 6) % 7 + 1);
}
