using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>Where an officer offers times to the resident, or books one.</summary>
internal static class BookingHtml
{
    private const int TimesShown = 16;

    /// <param name="diary">What is taken.</param>
    /// <param name="around">Kinds and calendars.</param>
    /// <param name="post">A form of the composer: where it goes, and its fields.</param>
    public static string Of(Diary diary, Surroundings around, Func<string, string, string> post)
    {
        var kinds = around.Content.Appointments.Kinds;
        return kinds.IsEmpty ? "" : $"""
            <details class="act" name="act" data-key="p"><summary>Appointment<kbd>Alt+P</kbd></summary>
            {post("offer-times", $"""<label class="govuk-label" for="kind">Let the resident choose a time for</label><select class="govuk-select" id="kind" name="kind">{string.Concat(kinds.Select(kind => $"<option value=\"{Encode(kind.Id)}\">{Encode(kind.Name)}</option>"))}</select><button class="govuk-button">Offer times</button>""")}
            {post("book", $"""<label class="govuk-label" for="slot">Or book a time you have agreed</label><select class="govuk-select" id="slot" name="slot">{string.Concat(kinds.Select(kind => Group(kind, diary, around)))}</select><button class="govuk-button">Book it</button>""")}
            </details>
            """;
    }

    /// <summary>A time as the form sends it.</summary>
    public static string Value(Slot slot) => string.Create(CultureInfo.InvariantCulture, $"{slot.Kind}:{slot.At.ToUnixTimeMilliseconds()}");

    /// <summary>A time that a form sent; null when it is none.</summary>
    public static Slot? Read(string value) => value.Split(':') is [var kind, var at] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? new Slot(kind, DateTimeOffset.FromUnixTimeMilliseconds(moment))
        : null;

    private static string Group(AppointmentKind kind, Diary diary, Surroundings around)
    {
        var free = diary.Free(kind, around.Content, around.Now).Take(TimesShown).ToImmutableArray();
        return free.IsEmpty ? "" : $"<optgroup label=\"{Encode(kind.Name)}\">{string.Concat(free.Select(slot => $"<option value=\"{Encode(Value(slot))}\">{Encode(TimeWords.Label(slot.At))}</option>"))}</optgroup>";
    }

    private static string Encode(string text) => DeskPage.Encode(text);
}
