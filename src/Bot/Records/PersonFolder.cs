using System.Text.Json;
using System.Text.Json.Serialization;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Records;

/// <summary>A person's record as files that can be handed over: one for people, one for machines, the referrals, and what they sent.</summary>
internal sealed class PersonFolder(KeptFiles files)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes it. Nobody else on this machine can read the folder.</summary>
    /// <returns>The names of the files, relative to the folder.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(PersonRecord person, string folder, CancellationToken cancellationToken)
    {
        MakeFolder(folder);
        List<string> names = ["person.html", "person.json"];

        // Who else it may be is for staff, and the command says it: these files go out.
        var theirs = person with { MayBeTheSame = [] };
        await File.WriteAllTextAsync(Path.Combine(folder, "person.html"), PersonHtml.Of(theirs), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "person.json"), JsonSerializer.Serialize(theirs, Json), cancellationToken);
        foreach (var referral in person.Conversations.SelectMany(conversation => conversation.Cases).Select(found => found.Registered.Referral))
        {
            names.Add($"{referral.Reference}.html");
            await File.WriteAllTextAsync(Path.Combine(folder, names[^1]), ReferralDocument.Html(referral), cancellationToken);
        }

        foreach (var file in person.Conversations.SelectMany(conversation => conversation.Files))
        {
            if (await files.OpenAsync(file.ConversationId, file.Id, cancellationToken) is { } found)
            {
                await using var bytes = found.Bytes;
                names.Add(NameOf(file));
                await using var copy = File.Create(Path.Combine(folder, names[^1]));
                await bytes.CopyToAsync(copy, cancellationToken);
            }
        }

        return names;
    }

    /// <summary>Two files may have the same name.</summary>
    internal static string NameOf(KeptFile file) => $"{file.Id[..6]}-{file.Name}";

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
