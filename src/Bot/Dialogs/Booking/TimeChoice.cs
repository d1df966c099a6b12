using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>What a message makes of the times on the table. A wrong booking is far worse than asking again.</summary>
internal abstract record TimeChoice
{
    private const int MostWords = 14;
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    private TimeChoice()
    {
    }

    /// <summary>One of them, for sure.</summary>
    public sealed record One(Slot Slot) : TimeChoice;

    /// <summary>It fits several.</summary>
    public sealed record Several(ImmutableArray<Slot> Slots) : TimeChoice;

    /// <summary>Another time, which was named.</summary>
    public sealed record Wished(TimeWish Wish) : TimeChoice;

    /// <summary>Other times, whichever.</summary>
    public sealed record Others : TimeChoice;

    /// <summary>It isn't about the times.</summary>
    public sealed record NotThis : TimeChoice;

    public static TimeChoice Of(Turn turn, TimesOffered times, Surroundings around)
    {
        var text = turn.Message.Text.Trim();
        var line = Words.Line(text);
        if (times.Slots.FirstOrDefault(slot => string.Equals(TimeWords.Label(slot.At), text, StringComparison.OrdinalIgnoreCase)) is { } pressed)
        {
            return new One(pressed);
        }

        if (Words.All(text).Length > MostWords)
        {
            return new NotThis();
        }

        if (Words.HasAny(line, around.Content.Appointments.OtherTimesWords.AsSpan()))
        {
            return TimeWish.In(text, around.Today) is { IsEmpty: false } another ? new Wished(another) : new Others();
        }

        var wish = TimeWish.In(text, around.Today);
        var number = Number(text, line, times.Slots.Length);
        var fitting = wish.IsEmpty ? [] : times.Slots.Where(slot => wish.Fits(slot.At)).ToImmutableArray();
        return (fitting.Length, number) switch
        {
            (1, _) => new One(fitting[0]),
            (> 1, _) => new Several(fitting),
            (0, { } which) when wish.IsEmpty => new One(times.Slots[which]),
            _ => wish.IsEmpty ? new NotThis() : new Wished(wish),
        };
    }

    // "2", "number 2", "the second one".
    private static int? Number(string text, string line, int count)
    {
        var bare = text.Trim(' ', '.', ')', '(').ToLowerInvariant();
        bare = bare.StartsWith("number ", StringComparison.Ordinal) ? bare["number ".Length..] : bare.StartsWith("option ", StringComparison.Ordinal) ? bare["option ".Length..] : bare;
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= count ? number - 1 : null;
        }

        var ordinal = Array.FindIndex(Ordinals, word => Words.HasAny(line, word, $"the {word} one"));
        return ordinal >= 0 && ordinal < count ? ordinal : null;
    }
}
