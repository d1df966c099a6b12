using System.Net;
using System.Text;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A reply as HTML. Everything is encoded; <c>**strong**</c> is the only markup of the words.</summary>
internal static class ReplyHtml
{
    public static string Of(Reply reply)
    {
        var html = new StringBuilder();
        html.Append($"<div class=\"bot {reply.Style.ToString().ToLowerInvariant()}\"{(reply.Style == ReplyStyle.Danger ? " role=\"alert\"" : "")}>");
        foreach (var number in reply.Numbers)
        {
            html.Append($"<a class=\"ring\" href=\"{(number.IsText ? "sms" : "tel")}:{Encode(number.Dial)}\"><b>{Encode(number.Label)}</b> <span>{Encode(number.Number)}</span>{(number.Note.Length > 0 ? $" <small>{Encode(number.Note)}</small>" : "")}</a>");
        }

        html.Append(Words(reply.Text));
        html.Append(Rows(reply));
        foreach (var service in reply.Services)
        {
            html.Append(Card(service));
        }

        foreach (var detail in reply.Details)
        {
            html.Append($"<details><summary>{Encode(detail.Title)}</summary><ul>{string.Concat(detail.Lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul></details>");
        }

        foreach (var source in reply.Sources)
        {
            html.Append($"<p class=\"src\">From {Encode(source.Title)}{(source.Checked is { } day ? $", checked on {day:d MMMM yyyy}" : "")}</p>");
        }

        return html.Append("</div>").ToString();
    }

    /// <summary>The buttons of a reply; each is a form's submit button with what it says.</summary>
    public static string Actions(Reply reply) => string.Concat(reply.Actions.Select(action =>
        $"<button class=\"chip\" name=\"text\" value=\"{Encode(action.Value)}\">{Encode(action.Label)}</button>"));

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Words(string text) => string.Concat(text
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => $"<p>{Strong(paragraph)}</p>"));

    private static string Strong(string paragraph)
    {
        var parts = Encode(paragraph).Split("**");
        return string.Concat(parts.Select((part, index) => index % 2 == 1 && index < parts.Length - 1 ? $"<strong>{part}</strong>" : part));
    }

    private static string Rows(Reply reply)
    {
        if (reply.Rows.IsEmpty)
        {
            return "";
        }

        var rows = reply.Rows.GroupBy(row => row.Group).Select(group =>
            $"{(group.Key.Length > 0 ? $"<h3>{Encode(group.Key)}</h3>" : "")}<dl>{string.Concat(group.Select(Row))}</dl>");
        return string.Concat(rows);
    }

    private static string Row(SummaryRow row)
    {
        var change = row.ChangeQuestion.Length == 0 ? "" : $"<button class=\"change\" name=\"text\" form=\"say\" value=\"change {Encode(row.ChangeQuestion.Replace('_', ' '))}\">Change<span class=\"hidden\"> {Encode(row.Label)}</span></button>";
        return $"<div><dt>{Encode(row.Label)}</dt><dd>{Encode(row.Value)}{(row.WasVolunteered ? " <small>(you told us before)</small>" : "")} {change}</dd></div>";
    }

    private static string Card(ServiceHit service)
    {
        string Line(string label, string value) => value.Length == 0 ? "" : $"<div><dt>{label}</dt><dd>{Encode(value)}</dd></div>";
        var ring = service.Phone.Length == 0 ? "" : $"<div><dt>Ring</dt><dd><a href=\"tel:{Encode(new string([.. service.Phone.Where(char.IsAsciiDigit)]))}\">{Encode(service.Phone)}</a></dd></div>";
        var where = service.Miles is { } miles ? $"{service.Where}, about {Math.Round(miles):0} miles away" : service.Where;
        return $"<article class=\"card\"><h3>{Encode(service.Name)}</h3><p>{Encode(service.Description)}</p><dl>{Line("Where", where)}{Line("When", service.When)}{Line("Cost", service.Cost)}{ring}{Line("Who for", service.Who)}</dl></article>";
    }
}
