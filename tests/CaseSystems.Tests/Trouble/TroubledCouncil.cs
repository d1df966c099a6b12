using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Npgsql;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;
using TransformingLives.CaseSystems.Tests.Killing;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;
using TransformingLives.Testing.Web;

namespace TransformingLives.CaseSystems.Tests.Trouble;

/// <summary>The real program on a real PostgreSQL server of its own, to which anything may happen.</summary>
internal sealed class TroubledCouncil : IAsyncDisposable
{
    private readonly string folder;
    private readonly HttpClient http;

    private TroubledCouncil(PostgresServer server, StorageConnections database, string folder, BotNode node)
    {
        (Server, Database, this.folder, Node) = (server, database, folder, node);
        http = new HttpClient { BaseAddress = node.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BotNode.Secret);
        Browser = new ResidentBrowser(node.Address);
    }

    public PostgresServer Server { get; }

    public StorageConnections Database { get; }

    public BotNode Node { get; }

    /// <summary>Somebody on the website.</summary>
    public ResidentBrowser Browser { get; }

    public static async Task<TroubledCouncil> StartAsync()
    {
        var server = await PostgresServer.StartAsync(flushes: true);
        var database = await server.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("troubled-").FullName;
        var node = await BotNode.StartAsync(folder, new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSQL", ["Storage__ConnectionString"] = database });
        return new TroubledCouncil(server, StorageConnections.Postgres(database).With(TestKeys.Masters), folder, node);
    }

    /// <summary>Says something on the website that is kept.</summary>
    public async Task SaidAsync(string text, string key) => Assert.Equal(HttpStatusCode.SeeOther, (await Browser.SayAsync(text, key)).Status);

    /// <summary>Begins a conversation by Direct Line.</summary>
    public async Task<string> BeginAsync()
    {
        using var answer = await http.PostAsJsonAsync("/v3/directline/conversations", new { });
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("conversationId").GetString()!;
    }

    /// <summary>Says something by Direct Line.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SayAsync(string conversation, string text, string key)
    {
        using var answer = await http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new { type = "message", text, from = new { id = "dl_ada" }, channelData = new { clientActivityID = key } });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What residents said, as it is stored.</summary>
    public Task<System.Collections.Immutable.ImmutableArray<string>> SaidAsync() =>
        Database.QuerySealedAsync("SELECT text, conversation_id, sequence FROM conversation_log WHERE who = 0 ORDER BY conversation_id, sequence", row => row.Open(0, new Place("conversation_log", "text", $"{row.GetString(1)}/{row.GetInt64(2)}")), default);

    /// <summary>Does something in the database as another program.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = (NpgsqlConnection)await Database.OpenAsync(default);
#pragma warning disable CA2100 // Written in the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The log says so, soon: what is written there comes by a pipe.</summary>
    public async Task AssertLoggedAsync(string words)
    {
        for (var patience = 0; !Node.Log.Contains(words, StringComparison.Ordinal); patience++)
        {
            Assert.True(patience < 200, string.Create(CultureInfo.InvariantCulture, $"'{words}' is not in the log: {Node.Log}"));
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Browser.Dispose();
        await Node.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
