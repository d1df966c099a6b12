using System.Globalization;
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
        if (!reply.Services.IsEmpty)
        {
            html.Append($"<ul class=\"cards\">{string.Concat(reply.Services.Select(ServiceCardHtml.Of))}</ul>");
        }

        foreach (var detail in reply.Details)
        {
            html.Append($"<details><summary>{Encode(detail.Title)}</summary>{Unfolded(detail)}</details>");
        }

        foreach (var source in reply.Sources)
        {
            html.Append(SourceLine(source));
        }

        return html.Append("</div>").ToString();
    }

    /// <summary>The buttons of a reply; each is a form's submit button with what it says.</summary>
    public static string Actions(Reply reply) => string.Concat(reply.Actions.Select(action =>
        $"<button class=\"chip\" name=\"text\" value=\"{Encode(action.Value)}\">{Encode(action.Label)}</button>"));

    public static string Encode(string text) => PageHtml.Encode(text);

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
            $"{(group.Key.Length > 0 ? $"<h2>{Encode(group.Key)}</h2>" : "")}<dl>{string.Concat(group.Select(Row))}</dl>");
        return string.Concat(rows);
    }

    private static string Row(SummaryRow row)
    {
        var change = row.ChangeQuestion.Length == 0 ? "" : $"<button class=\"change\" name=\"text\" form=\"say\" value=\"change {Encode(row.ChangeQuestion.Replace('_', ' '))}\">Change<span class=\"hidden\"> {Encode(row.Label)}</span></button>";
        return $"<div><dt>{Encode(row.Label)}</dt><dd>{Encode(row.Value)}{(row.WasVolunteered ? " <small>(you told us before)</small>" : "")} {change}</dd></div>";
    }

    private static string SourceLine(Source source)
    {
        var title = source.Url is { } url ? $"<a href=\"{Encode(url)}\" rel=\"noreferrer\">{Encode(source.Title)}</a>" : Encode(source.Title);
        var day = source.Checked is { } checkedOn ? string.Create(CultureInfo.InvariantCulture, $", checked on {checkedOn:d MMMM yyyy}") : "";
        return $"<p class=\"src\">From {title}{day}{(source.IsOverdue ? ". It is due to be checked again." : "")}</p>";
    }

    private static string Unfolded(Detail detail) => detail.Markdown.Length > 0
        ? SafeMarkdown.ToHtml(detail.Markdown)
        : $"<ul>{string.Concat(detail.Lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul>";
}
