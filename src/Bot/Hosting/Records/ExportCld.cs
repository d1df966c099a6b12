using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Returns;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verb <c>export cld</c>: a row for every request that has ended and has a client, as the desk's page gives them. That it was saved is noted in the audit trail first.</summary>
internal static class ExportCld
{
    private const string Who = "command line";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="From">The first day; null for the beginning.</param>
    /// <param name="To">The last day; null for today.</param>
    /// <param name="AsJson">JSON instead of CSV.</param>
    internal sealed record Wanted(DateOnly? From, DateOnly? To, bool AsJson);

    public static async Task<int> RunAsync(Wanted wanted, Folders folders, CancellationToken cancellationToken)
    {
        if (wanted is { From: { } from, To: { } to } && from > to)
        {
            throw new StartUpException($"--from ({from:yyyy-MM-dd}) is after --to ({to:yyyy-MM-dd}).");
        }

        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        using var knowledge = surroundings.Knowledge;
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var (text, rows, leftOut) = await WriteAsync(wanted, services.GetRequiredService<StorageConnections>(), surroundings with { Now = TimeProvider.System.GetUtcNow() }, cancellationToken);
        await services.GetRequiredService<AuditTrail>().NoteAsync(new AuditEntry(Who, DeskActions.SaveReturns.Id, ViewAudit.Everybody, string.Create(CultureInfo.InvariantCulture, $"{rows} rows")));
        Console.Out.Write(text);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows} rows. Left out, without any detail of a client: {leftOut}."));
        return 0;
    }

    /// <summary>The file, how many rows it has, and how many requests were left out.</summary>
    internal static async Task<(string Text, int Rows, int LeftOut)> WriteAsync(Wanted wanted, StorageConnections connections, Surroundings around, CancellationToken cancellationToken)
    {
        var from = wanted.From is { } first ? Midnight(first) : DateTimeOffset.UnixEpoch;
        var all = await new ClosedRequests(connections).OfAsync(from, Midnight((wanted.To ?? around.Today).AddDays(1)), around, cancellationToken);
        ImmutableArray<ClosedRequest> counted = [.. all.Where(row => row.HasClient)];
        return (wanted.AsJson ? Json(counted) : ReturnsCsv.Of(counted), counted.Length, all.Length - counted.Length);
    }

    private static DateTimeOffset Midnight(DateOnly day) => CouncilCalendar.FromLondon(day.ToDateTime(TimeOnly.MinValue));

    private static string Json(ImmutableArray<ClosedRequest> rows) =>
        new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject(ReturnsCsv.Fields(row).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value)))))]).ToJsonString(Readable) + "\n";
}
