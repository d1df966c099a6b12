using System.Reflection;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Records;

/// <summary>A database as an older version of the program left it: no appointments, reviews or marks, and no files or texts yet.</summary>
internal static class OlderDatabase
{
    private static readonly (Assembly Assembly, string Area, int Last)[] Versions = [(typeof(CouncilCases).Assembly, "cases", 5), (typeof(ConversationStore).Assembly, "conversations", 41)];

    /// <summary>Makes it, with one conversation.</summary>
    public static async Task MakeAsync(StorageConnections connections)
    {
        await using var connection = await connections.OpenForWritingAsync(CancellationToken.None);
        var statements = new List<string> { "CREATE TABLE schema_versions (area TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (area, version))" };
        foreach (var (assembly, area, last) in Versions)
        {
            var ending = $"_{area}.{(connections.Provider == StorageProvider.SQLite ? "sqlite" : "postgres")}.sql";
            var scripts = assembly.GetManifestResourceNames().Where(name => name.EndsWith(ending, StringComparison.Ordinal)).ToDictionary(name => int.Parse(name[..^ending.Length][^4..], System.Globalization.CultureInfo.InvariantCulture));
            foreach (var (version, name) in scripts.Where(script => script.Key <= last).OrderBy(script => script.Key))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                statements.Add(await reader.ReadToEndAsync());
                statements.Add($"INSERT INTO schema_versions (area, version) VALUES ('{area}', {version})");
            }
        }

        var state = ConversationJson.Write(new Conversation { Id = "old1", Channel = "web", StartedAt = DateTimeOffset.UnixEpoch });
        statements.Add($"INSERT INTO conversations (id, channel, started_at, updated_at, version, last_sequence, state) VALUES ('old1', 'web', 5, 5, 0, 0, '{state}')");
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own scripts.
            command.CommandText = statement;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
