using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Appointments;

/// <summary>The calendars of two weeks, day by day.</summary>
/// <param name="Content">Kinds and calendars.</param>
/// <param name="Names">Who it is, by conversation; empty where they have not said.</param>
/// <param name="Token">The hidden field of every post.</param>
/// <param name="MayReadBusy">Whoever looks may read in somebody's own calendar.</param>
internal sealed record AppointmentsPage(BotContent Content, IReadOnlyDictionary<string, string> Names, string Token, bool MayReadBusy)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public string Html(ImmutableArray<DiaryEntry> entries, DateOnly first, int days, string said)
    {
        var shown = entries.Where(entry => entry.State != "cancelled").ToList();
        return $"""
            <h1 class="govuk-heading-l">Appointments</h1>{Said(said)}
            <p class="govuk-body">{Day(first)} to {Day(first.AddDays(days - 1))}: {Count(shown.Count(entry => entry.State == "booked"), "appointment")}, {Count(entries.Length - shown.Count, "cancelled")}. <a class="govuk-link" href="/desk/appointments?from={Link(first.AddDays(-days))}">Earlier</a> <a class="govuk-link" href="/desk/appointments?from={Link(first.AddDays(days))}">Later</a></p>
            {(shown.Count == 0 ? "<p class=\"govuk-body\">Nothing is booked in this time.</p>" : string.Concat(shown.GroupBy(entry => Content.Calendar.DayOf(entry.At)).Select(OfDay)))}
            <section aria-labelledby="calendars"><h2 id="calendars" class="govuk-heading-m">Calendars</h2>{string.Concat(Content.Appointments.Calendars.Select(Calendar))}</section>
            """;
    }

    private string OfDay(IGrouping<DateOnly, DiaryEntry> day) => $"""
        <section aria-labelledby="d{Link(day.Key)}"><h2 id="d{Link(day.Key)}" class="govuk-heading-m">{Day(day.Key)}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="Table: {Day(day.Key)}"><table class="govuk-table"><caption class="govuk-visually-hidden">{Day(day.Key)}</caption><thead><tr><th scope="col">Time</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Calendar</th><th scope="col">Booked by</th><th scope="col"><span class="govuk-visually-hidden">Act</span></th></tr></thead><tbody>{string.Concat(day.Select(Row))}</tbody></table></div></section>
        """;

    private string Row(DiaryEntry entry)
    {
        var who = entry.ConversationId is not { } id ? "" : $"<a class=\"govuk-link\" href=\"/desk/conversations/{id}\">{Encode(Names.GetValueOrDefault(id, "") is { Length: > 0 } name ? name : "Name not told yet")}<span class=\"govuk-visually-hidden\">, {DeskPage.Clock(entry.At)}</span></a>";
        var what = entry.State == "busy" ? $"Busy: {Encode(entry.Title)}" : Encode(Content.Appointments.NameOf(entry.Kind));
        var by = entry.State == "busy" ? "" : Encode(entry.By.Length > 0 ? entry.By : "The person");
        return $"<tr><th scope=\"row\">{DeskPage.Clock(entry.At)} to {DeskPage.Clock(entry.Until)}</th><td>{what}</td><td>{who}</td><td>{Encode(Content.Appointments.FindCalendar(entry.Calendar)?.Name ?? entry.Calendar)}</td><td>{by}</td><td>{Cancel(entry)}</td></tr>";
    }

    private string Cancel(DiaryEntry entry) => entry.ConversationId is null ? "" :
        $"<form method=\"post\" action=\"/desk/appointments/{entry.ConversationId}/{entry.Id}/cancel\">{Token}<button class=\"plain\">Cancel<span class=\"govuk-visually-hidden\"> {Encode(Content.Appointments.NameOf(entry.Kind))} at {DeskPage.Clock(entry.At)}</span></button></form>";

    private string Calendar(AppointmentCalendar calendar) => $"""
        <h3 class="govuk-heading-s">{Encode(calendar.Name)}</h3><p class="govuk-body">{string.Join("; ", calendar.Opening.Select(Hours))}. {(calendar.AtOnce == 1 ? "One" : calendar.AtOnce.ToString(British))} at a time. <a class="govuk-link" href="/desk/calendars/{calendar.Id}/export.ics">Save as a calendar file<span class="govuk-visually-hidden">: {Encode(calendar.Name)}</span></a></p>
        {(MayReadBusy ? Read(calendar) : "")}
        """;

    private string Read(AppointmentCalendar calendar) => $"""
        <details class="govuk-details"><summary class="govuk-details__summary">Read in when somebody is busy<span class="govuk-visually-hidden">: {Encode(calendar.Name)}</span></summary>
        <form class="filters" method="post" action="/desk/calendars/{calendar.Id}/busy" enctype="multipart/form-data">{Token}
        <div><label class="govuk-label" for="who-{calendar.Id}">Whose calendar it is</label><input class="govuk-input" id="who-{calendar.Id}" name="who" maxlength="60" required></div>
        <div><label class="govuk-label" for="file-{calendar.Id}">Calendar file (.ics)</label><input class="govuk-file-upload" type="file" id="file-{calendar.Id}" name="file" accept=".ics,text/calendar" required></div>
        <button class="govuk-button govuk-button--secondary">Read it in</button></form><p class="govuk-body-s">What was read in before for the same person is put aside. Nothing that people booked is changed.</p></details>
        """;

    private static string Said(string said) => said switch
    {
        "cancelled" => "<p class=\"said\" role=\"status\">Cancelled. The person has been told, and the time is free again.</p>",
        "gone" => "<p class=\"said\" role=\"alert\">Nothing was changed: it was cancelled or moved before.</p>",
        "read" => "<p class=\"said\" role=\"status\">The calendar was read in. Nobody can book those times.</p>",
        "clashes" => "<p class=\"said\" role=\"alert\">The calendar was read in, but some of its times were booked already. Those bookings stand: look through the days below.</p>",
        "no-file" => "<p class=\"said\" role=\"alert\">Nothing was read: choose a file of 1 MB at most, and say whose it is.</p>",
        "no-calendar" => "<p class=\"said\" role=\"alert\">Nothing was read: that file is not an iCalendar file.</p>",
        _ => "",
    };

    private static string Hours(CalendarHours hours) => $"{string.Join(", ", hours.Days.Select(day => British.DateTimeFormat.GetAbbreviatedDayName(day)))} {hours.From:HH:mm} to {hours.Until:HH:mm}";

    private static string Count(int count, string what) => string.Create(British, $"{count} {what}{(count == 1 || what == "cancelled" ? "" : "s")}");

    private static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    private static string Link(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Encode(string text) => DeskPage.Encode(text);
}
