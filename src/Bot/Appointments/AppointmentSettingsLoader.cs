using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Appointments;

/// <summary>Reads <c>content/appointments.yaml</c>.</summary>
internal static class AppointmentSettingsLoader
{
    private const int LongestAhead = 92;
    private const int LongestMinutes = 8 * 60;
    private const int MostOffered = 8;
    private const int MostAtOnce = 50;
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static AppointmentSettings? Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var calendars = root.Items("calendars").Select(Calendar).ToImmutableArray();
        var settings = new AppointmentSettings
        {
            RemindBefore = TimeSpan.FromHours(Within(root, "remind_hours_before", 24, 1, 14 * 24)),
            OfferedAtOnce = Within(root, "offered_at_once", 4, 1, MostOffered),
            Calendars = calendars,
            Kinds = [.. root.Items("kinds").Select(node => Kind(node, calendars))],
            MoveWords = root.Words("move_words"),
            CancelWords = root.Words("cancel_words"),
            NamedWords = root.Words("named_words"),
            OtherTimesWords = root.Words("other_times_words"),
        };
        root.NoOtherFields();
        Twice(root, "kinds", settings.Kinds.Select(kind => kind.Id));
        Twice(root, "calendars", calendars.Select(calendar => calendar.Id));
        return settings;
    }

    private static AppointmentKind Kind(ContentNode node, ImmutableArray<AppointmentCalendar> calendars)
    {
        var kind = new AppointmentKind
        {
            Id = node.Text("id"),
            Name = node.Text("name"),
            Named = node.Words("named"),
            Where = node.Text("where"),
            Length = TimeSpan.FromMinutes(Within(node, "minutes", 30, 15, LongestMinutes)),
            Notice = TimeSpan.FromHours(Within(node, "notice_hours", 2, 0, 14 * 24)),
            DaysAhead = Within(node, "days_ahead", 14, 1, LongestAhead),
            Calendar = node.Text("calendar"),
            NeedsPhone = node.Flag("needs_phone", otherwise: false),
            Asks = node.Words("asks"),
        };
        if (kind.Length.Ticks % AppointmentSettings.Step.Ticks != 0)
        {
            node.Problem("minutes", "'minutes' should be whole quarters of an hour, such as 30 or 45.");
        }

        if (calendars.All(calendar => calendar.Id != kind.Calendar))
        {
            node.Problem("calendar", $"There is no calendar '{kind.Calendar}'.");
        }

        node.NoOtherFields();
        return kind;
    }

    private static AppointmentCalendar Calendar(ContentNode node)
    {
        var calendar = new AppointmentCalendar(node.Text("id"), node.Text("name"), Within(node, "at_once", 1, 1, MostAtOnce), [.. node.Items("opening").Select(Hours)]);
        if (calendar.Opening.IsEmpty)
        {
            node.Problem("opening", "A calendar needs times at which it can be booked.");
        }

        node.NoOtherFields();
        return calendar;
    }

    private static CalendarHours Hours(ContentNode node)
    {
        var days = node.Words("days").Select(word => Array.IndexOf(Days, word)).ToImmutableArray();
        if (days.IsEmpty || days.Contains(-1))
        {
            node.Problem("days", $"'days' should be some of {string.Join(", ", Days)}.");
        }

        var hours = new CalendarHours([.. days.Where(day => day >= 0).Select(day => (DayOfWeek)day)], Time(node, "from"), Time(node, "until"));
        if (hours.Until <= hours.From)
        {
            node.Problem("until", "'until' should be later than 'from'.");
        }

        node.NoOtherFields();
        return hours;
    }

    private static TimeOnly Time(ContentNode node, string field)
    {
        if (TimeOnly.TryParseExact(node.Text(field), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Ticks % AppointmentSettings.Step.Ticks == 0)
        {
            return time;
        }

        node.Problem(field, $"'{field}' should be a time at a quarter of an hour, such as \"09:30\".");
        return default;
    }

    private static int Within(ContentNode node, string field, int usual, int least, int most)
    {
        var number = node.Number(field) ?? usual;
        if (number >= least && number <= most)
        {
            return number;
        }

        node.Problem(field, $"'{field}' should be from {least} to {most}, not {number}.");
        return usual;
    }

    private static void Twice(ContentNode root, string field, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            root.Problem(field, $"The id '{twice.Key}' stands twice.");
        }
    }
}
