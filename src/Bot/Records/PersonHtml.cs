using System.Globalization;
using System.Text;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Records;

/// <summary>A person's record for people: everything that is held, in words. It needs nothing beside itself.</summary>
internal static class PersonHtml
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Of(PersonRecord person) => $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What we hold about you</title>
        <style>body { font: 12pt/1.5 Arial, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere } .who { color: #505a5f } pre { white-space: pre-wrap; font-size: .85em } @page { margin: 2cm }</style></head><body>
        <h1>What {{Encode(person.Council)}} holds about you</h1>
        <p>This was put together on {{Time(person.MadeAt)}}. It has everything that this service holds: what was said, what was sent on, and who looked at it. The same is in person.json, for computers.</p>
        {{string.Concat(person.Conversations.Select(Conversation))}}
        </body></html>
        """;

    private static string Conversation(ConversationRecord held)
    {
        var html = new StringBuilder();
        html.Append(held.Head is { } head ? $"<h2>Conversation of {Time(head.StartedAt)}</h2><p>Last word {Time(head.UpdatedAt)}, by {Encode(head.Channel)}. Its number is {Encode(held.Id)}.</p>" : $"<h2>Conversation {Encode(held.Id)}</h2><p>What was said is not kept any more.</p>");
        List(html, "What was said", held.Log.Where(entry => entry.Who != Speaker.Client), entry => $"<span class=\"who\">{Time(entry.At)}, {Encode(Who(entry))}</span><br>{Encode(entry.Text).Replace("\n", "<br>", StringComparison.Ordinal)}");
        List(html, "Referrals", held.Cases, found => $"<a href=\"{Encode(found.Registered.Referral.Reference)}.html\">{Encode(found.Registered.Referral.Reference)}</a>, {Encode(found.Registered.Referral.Kind.Replace('_', ' '))}. It stands at: {Encode(found.Registered.Status.Replace('_', ' '))}.{string.Concat(found.History.Select(step => $"<br><span class=\"who\">{Time(step.At)}, {Encode(step.ByWhom)}:</span> {Encode(step.Status.Replace('_', ' '))} {Encode(step.Words ?? "")}"))}{string.Concat(found.Tasks.Select(task => $"<br>To do: {Encode(task.What)}{(task.DoneAt is { } done ? $", done {Time(done)}" : "")}"))}{string.Concat(found.Plan.Select(line => $"<br>Plan: {Encode(line.What)}, {line.WeeklyCost.ToString("C2", British)} a week"))}");
        List(html, "Alerts to staff", held.Alerts, alert => $"<span class=\"who\">{Time(alert.Alert.At)}, {Encode(alert.Alert.Kind.Replace('_', ' '))}</span><br>{Encode(alert.Alert.Words)}");
        List(html, "Files you sent", held.Files, file => $"<a href=\"{Encode(Uri.EscapeDataString(PersonFolder.NameOf(file)))}\">{Encode(file.Name)}</a>, {Time(file.At)}");
        List(html, "Texts we sent", held.Texts, text => $"<span class=\"who\">{Time(text.At)}, to {Encode(text.Address)}</span><br>{Encode(text.Body)}");
        List(html, "Your numbers", held.Addresses, address => $"{Encode(address.Address)} ({Encode(address.Kind)}), since {Time(address.LinkedAt)}{(address.StoppedAt is { } at ? $"; you asked for no more messages on {Time(at)}" : "")}");
        List(html, "Times you waited for an officer", held.Waits, wait => $"From {Time(wait.WaitingSince)} to {Time(wait.JoinedAt)}");
        List(html, "How officers closed it", held.Outcomes, outcome => $"{Time(outcome.At)}: {Encode(outcome.Outcome.Replace('_', ' '))}, by {Encode(outcome.OfficerId)}");
        List(html, "Who waits for you, or talks with you, now", held.Queue, wait => $"Since {Time(wait.WaitingSince)}: {Encode(wait.Officer ?? "nobody yet")}, {Encode(wait.Reason.Replace('_', ' '))}<br>{Encode(wait.Words)}");
        List(html, "What supervisors noted when they read it again", held.Reviews, review => $"<span class=\"who\">{Time(review.At)}, {Encode(review.Reviewer)}</span><br>{Encode(review.Note)}<br>{Encode(review.Answers.GetRawText())}");
        List(html, "Answers you said helped, or didn't", held.Votes, vote => $"{Time(vote.At)}: {Encode(vote.Guide.Replace('-', ' ').Replace('_', ' '))}, {(vote.Helped ? "it helped" : "it didn't help")}");
        List(html, "Your appointments", held.Appointments, booked => $"{Time(booked.At)} to {Time(booked.Until)}: {Encode(booked.Kind.Replace('_', ' '))}, {Encode(booked.State)}{(booked.BookedBy.Length > 0 ? $", by {Encode(booked.BookedBy)}" : "")}");
        List(html, "Other chat services that you wrote by", held.Places, place => $"{Encode(place.Channel)}, there called {Encode(place.TheirId)}, with your account {Encode(place.Person.GetRawText())}");
        List(html, "Codes to carry on by another way", held.Codes, code => $"Made {Time(code.MadeAt)}{(code.Number is { } number ? $", for {Encode(number)}" : "")}{(code.UsedBy is { } used ? $", used by {Encode(used)}" : "")}");
        List(html, "What we still have to do, or did", held.Work, piece => $"{Encode(piece.Kind.Replace('_', ' '))}: {(piece.DoneAt is { } done ? $"done {Time(done)}" : $"due {Time(piece.DueAt)}")}");
        List(html, "Who looked at it or changed it", held.Looks, look => $"{Time(look.At)}: {Encode(look.Entry.Who)}, {Encode(look.Entry.Action.Replace('_', ' ').Replace('.', ' '))}");
        if (held.Head is { } remembered)
        {
            html.Append($"<h3>What was remembered to carry on</h3><pre>{Encode(System.Text.Json.JsonSerializer.Serialize(remembered.State, Indented))}</pre>");
        }

        return html.ToString();
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void List<T>(StringBuilder html, string title, IEnumerable<T> things, Func<T, string> line)
    {
        var lines = things.Select(line).ToList();
        if (lines.Count > 0)
        {
            html.Append("<h3>").Append(title).Append("</h3><ul>").AppendJoin("", lines.Select(text => $"<li>{text}</li>")).Append("</ul>");
        }
    }

    private static string Who(LogEntry entry) => entry.Who switch
    {
        Speaker.Resident => "you",
        Speaker.Officer => entry.By ?? "an officer",
        _ => "the assistant",
    } + (entry.Audience == Audience.Staff ? ", a note for staff" : "");

    private static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).ToString("d MMMM yyyy, HH:mm", British);

    private static string Encode(string text) => PageHtml.Encode(text);
}
