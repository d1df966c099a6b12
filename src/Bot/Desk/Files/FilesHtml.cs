using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Files;

/// <summary>The pictures and letters of a conversation, beside it.</summary>
internal static class FilesHtml
{
    private const int Kilobyte = 1024;

    public static string Of(string conversationId, ImmutableArray<KeptFile> files) => files.IsEmpty ? "" :
        $"<h3>Pictures and letters they sent</h3><ul>{string.Concat(files.Select(file => $"<li><a class=\"govuk-link\" href=\"/desk/conversations/{conversationId}/files/{file.Id}\">{DeskPage.Encode(file.Name)}</a> <small>{Size(file.Size)}, {DeskPage.Time(file.At)}</small></li>"))}</ul>";

    private static string Size(long bytes) => bytes < Kilobyte * Kilobyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / Kilobyte)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)(Kilobyte * Kilobyte):0.0} MB");
}
