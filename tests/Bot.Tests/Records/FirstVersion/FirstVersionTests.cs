using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Tests.Records.AtRest;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Records.FirstVersion;

/// <summary>
/// What the very first version of this program kept, one conversation with its referral, is brought to today's with nothing lost.
/// <c>first-version.sql</c> is that version's own database, written out after a conversation with it.
/// </summary>
public sealed class FirstVersionTests
{
    private const string Conversation = "075e6858fb1fa5e2ca549a7a09de1398";
    private const string Reference = "TL-Q847-DRR8";

    private readonly string folder = Directory.CreateTempSubdirectory("first-version-").FullName;

    [Fact]
    public async Task Every_line_that_was_said_is_there_and_in_its_order()
    {
        var said = Make();

        await using var council = await StartAsync();
        var kept = await council.Store.ReadStaffLogAsync(Conversation, 0, default);

        Assert.Equal(said, [.. kept.Select(entry => entry.Text)]);
        Assert.True(said.Count > 90);
    }

    [Fact]
    public async Task The_referral_is_there_with_all_that_was_told()
    {
        Make();

        await using var council = await StartAsync();
        var referral = (await council.Cases.FindReferralAsync(Reference, default))!.Referral;

        Assert.Equal(("Wilf Ashdown", "07700900461"), (referral.Person.Name, referral.Person.Phone));
        Assert.Equal(Conversation, referral.ConversationId);
        Assert.Contains(referral.WhatMatters, what => what.Contains("model trains", StringComparison.Ordinal));
        Assert.Contains(referral.Needs, need => need.Contains("Broken nights", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_conversation_goes_on_and_knows_what_was_said()
    {
        Make();

        await using var council = await StartAsync();
        await council.SayAsync(Conversation, "Is there a lunch club near me?");
        var conversation = (await council.Store.FindAsync(Conversation, default))!;

        Assert.Contains(conversation.Sent, sent => sent.Reference == Reference);
        Assert.Contains("model trains", conversation.Answers["what_matters"]?.Value?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_stays_readable_on_the_disk()
    {
        Make();

        await using var council = await StartAsync();

        Assert.Empty(await RawData.ReadableAsync(StorageConnections.File(Folders.Find(null, folder).Database), folder, ["Wilf Ashdown", "07700900461", "model trains"]));
    }

    /// <summary>Today's program starts on it, as at every start.</summary>
    private async Task<TestCouncil> StartAsync()
    {
        var connections = StorageConnections.File(Folders.Find(null, folder).Database).With(TestKeys.Masters);
        await using (var node = new RecordsNode(connections, folder, new FakeTimeProvider()))
        {
            await node.UpgradeAsync();
        }

        return await TestCouncil.OpenAsync(folder);
    }

    /// <summary>Makes the database as it was, and gives what was said in it.</summary>
    private List<string> Make()
    {
        using var connection = new SqliteConnection($"Data Source={Folders.Find(null, folder).Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Records", "FirstVersion", "first-version.sql"));
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT text FROM conversation_log WHERE conversation_id = '{Conversation}' ORDER BY sequence";
        using var rows = command.ExecuteReader();
        var said = new List<string>();
        while (rows.Read())
        {
            said.Add(rows.GetString(0));
        }

        return said;
    }
}
