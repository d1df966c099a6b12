using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Records;
using TransformingLives.Bot.Tests.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>What must hold of data at rest on every engine: whoever has the disk reads nothing of anybody, whoever has the key misses nothing, and what is altered is named.</summary>
public abstract class AtRestCompliance : IAsyncLifetime
{
    private const string Canary = HeldEverywhere.Canary;
    private static readonly string[] Words = [Canary, "Quillfeather", "07700 900471", "7 Wherry Lane", "sarcoidosis"];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly string folder = Directory.CreateTempSubdirectory("at-rest-").FullName;
    private readonly List<RecordsNode> nodes = [];
    private StorageConnections connections = null!;

    private RecordsNode Node => nodes[0];

    public async Task InitializeAsync()
    {
        connections = await NewDatabaseAsync(folder);
        AnotherNode(connections);
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync(string folder);

    /// <summary>Breaks off the sealing of the log at this line of a conversation.</summary>
    protected abstract string[] Obstacle(string conversation, int sequence);

    /// <summary>Takes the obstacle away.</summary>
    protected abstract string[] NoObstacle { get; }

    [Fact]
    public async Task Whoever_has_the_disk_reads_nothing_and_the_program_reads_everything()
    {
        await Node.UpgradeAsync();
        var conversation = await TalkAsync();

        Assert.Empty(await RawData.ReadableAsync(connections, folder, Words));

        var another = AnotherNode(connections.With(TestKeys.Masters));
        Assert.All(Words, word => Assert.Contains(Log(another, conversation).Result, line => line.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(Canary, (await another.Store.FindAsync(conversation, default))!.Numbers.Single());
        Assert.Empty((await another.Check.RunAsync(default)).Faults);
    }

    [Fact]
    public async Task What_an_older_version_left_in_plain_words_is_sealed_at_the_next_start_and_nothing_is_lost()
    {
        await OlderDatabase.MakeAsync(connections);
        await FillAsync(conversations: 3, lines: 150);
        Assert.NotEmpty(await RawData.ReadableAsync(connections, folder, Words));

        await Node.UpgradeAsync();

        Assert.Empty(await RawData.ReadableAsync(connections, folder, Words));
        Assert.Equal(150, (await Log(Node, "plain2")).Count(line => line.EndsWith(Words[^1], StringComparison.Ordinal)));
        Assert.Equal(Canary, (await Node.Store.FindAsync("plain1", default))!.Numbers.Single());
        Assert.Empty((await Node.Check.RunAsync(default)).Faults);
        Assert.Equal(3, (await Node.Store.RecentAsync(10, default)).Count(conversation => conversation.Id.StartsWith("plain", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_upgrade_that_breaks_off_goes_on_at_the_next_start()
    {
        await OlderDatabase.MakeAsync(connections);
        await FillAsync(conversations: 3, lines: 150);
        foreach (var statement in Obstacle("plain2", 70))
        {
            await Node.ExecuteAsync(statement);
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(Node.UpgradeAsync);
        Assert.NotEqual(0, await Node.CountAsync("conversation_log", "text NOT LIKE '%sarcoidosis%'"));
        Assert.NotEqual(0, await Node.CountAsync("conversation_log", "text LIKE '%sarcoidosis%'"));
        foreach (var statement in NoObstacle)
        {
            await Node.ExecuteAsync(statement);
        }

        await Node.UpgradeAsync();

        Assert.Empty(await RawData.ReadableAsync(connections, folder, Words));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(150, (await Log(Node, $"plain{i}")).Count(line => line.EndsWith(Words[^1], StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("UPDATE conversation_log SET text = (SELECT other.text FROM conversation_log AS other WHERE other.conversation_id = '{0}' AND other.sequence = 1) WHERE conversation_id = '{0}' AND sequence = 2", "text of conversation_log, row {0}/2: it was altered")]
    [InlineData("UPDATE conversation_log SET text = reply WHERE conversation_id = '{0}' AND sequence = 3", "text of conversation_log, row {0}/3: it was altered")]
    [InlineData("UPDATE conversation_log SET text = substr(text, 1, 60) WHERE conversation_id = '{0}' AND sequence = 2", "text of conversation_log, row {0}/2: it was altered")]
    [InlineData("UPDATE conversation_log SET text = 'my secret is honey' WHERE conversation_id = '{0}' AND sequence = 2", "text of conversation_log, row {0}/2: it isn't sealed")]
    [InlineData("UPDATE conversations SET state = (SELECT other.state FROM conversations AS other WHERE other.id = '{1}') WHERE id = '{0}'", "state of conversations, row {0}: it was altered")]
    [InlineData("DELETE FROM person_keys WHERE owner = '{0}'", "state of conversations, row {0}: its key is missing")]
    public async Task What_is_altered_is_named_and_nobody_else_is_touched(string harm, string named)
    {
        await Node.UpgradeAsync();
        var (harmed, other) = (await TalkAsync(), await TalkAsync());

        await Node.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, harm, harmed, other));

        var fresh = AnotherNode(connections.With(TestKeys.Masters));
        Assert.Contains((await fresh.Check.RunAsync(default)).Faults, fault => fault.StartsWith(string.Format(CultureInfo.InvariantCulture, named, harmed, other), StringComparison.Ordinal));
        await Assert.ThrowsAsync<SealBrokenException>(async () =>
        {
            await fresh.Store.FindAsync(harmed, default);
            await fresh.Store.ReadStaffLogAsync(harmed, 0, default);
        });
        Assert.Contains(await fresh.Store.RecentAsync(10, default), conversation => conversation.Id == other);
        Assert.All(Words, word => Assert.Contains(Log(fresh, other).Result, line => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_referral_an_alert_a_text_a_desk_note_and_an_upload_can_not_be_read_on_the_disk_and_are_given_out_whole()
    {
        await Node.UpgradeAsync();
        var (conversation, reference) = await HeldEverywhere.MakeAsync(Node);

        Assert.Empty(await RawData.ReadableAsync(connections, folder, [.. HeldEverywhere.Words, "1946-02-03", "CB11AA"]));

        var another = AnotherNode(connections.With(TestKeys.Masters));
        var person = await another.People.FindAsync(new WhichPerson(reference, RecordsNode.Born, []), HeldEverywhere.Council, default);
        var folderOut = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
        await another.Export.WriteAsync(person!, folderOut, default);
        Assert.Equal(HeldEverywhere.Words.Order(), RawData.InFiles(folderOut, HeldEverywhere.Words).Order());
        Assert.Equal(conversation, (await another.Addresses.FindAsync("sms", HeldEverywhere.Number, default))!.ConversationId);
        Assert.Empty((await another.Check.RunAsync(default)).Faults);
        Assert.Empty((await another.Audit.VerifyAsync(default)).Faults);
    }

    [Fact]
    public async Task Without_its_master_key_it_says_so_in_one_sentence_and_changes_nothing()
    {
        await Node.UpgradeAsync();
        var conversation = await TalkAsync();

        var stranger = AnotherNode(connections.With(MasterKeys.Of(MasterKey.New())));
        var refused = await Assert.ThrowsAsync<StartUpException>(stranger.UpgradeAsync);

        Assert.StartsWith($"The data was sealed under the master key {TestKeys.Masters.Current.Id}, and that one isn't here", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await AnotherNode(connections.With(TestKeys.Masters)).Store.FindAsync(conversation, default));
    }

    [Fact]
    public async Task Somebody_who_begins_again_after_an_erasure_has_another_key()
    {
        await Node.UpgradeAsync();
        var conversation = await TalkAsync();
        var elsewhere = AnotherNode(connections.With(TestKeys.Masters));
        Assert.NotNull(await elsewhere.Store.FindAsync(conversation, default));
        await Node.People.EraseAsync(new PersonRecord(clock.GetUtcNow(), "Anyshire", [new ConversationRecord(conversation, null)], []), new RetentionSettings([]), "Jo Bright");

        // The other node still holds the erased key.
        var again = new Conversation { Id = conversation, Channel = "web", StartedAt = clock.GetUtcNow() };
        await elsewhere.Store.AddAsync(again, [ConversationNode.Say("Hello again.")], default);
        await elsewhere.Store.CommitAsync(ConversationNode.Turn(again, "I am back"), clock.GetUtcNow(), default);

        Assert.Contains(await Log(AnotherNode(connections.With(TestKeys.Masters)), conversation), line => line == "I am back");
        Assert.Equal(1, await Node.CountAsync("person_keys", $"owner = '{conversation}' AND wrapped IS NULL"));
        Assert.Equal(1, await Node.CountAsync("person_keys", $"owner = '{conversation}' AND wrapped IS NOT NULL"));
    }

    /// <summary>Somebody tells who they are; the conversation.</summary>
    private async Task<string> TalkAsync()
    {
        var conversation = new Conversation { Id = ConversationId.New(), Channel = "web", StartedAt = clock.GetUtcNow(), Numbers = [Canary] };
        await Node.Store.AddAsync(conversation, [ConversationNode.Say("Hello.")], default);
        await Node.Store.CommitAsync(ConversationNode.Turn(conversation, string.Join(", ", Words), "k1"), clock.GetUtcNow(), default);
        var later = (await Node.Store.FindAsync(conversation.Id, default))!;
        await Node.Store.CommitAsync(ConversationNode.Turn(later, $"It is {Canary} again", "k2"), clock.GetUtcNow(), default);
        return conversation.Id;
    }

    private async Task FillAsync(int conversations, int lines)
    {
        for (var i = 0; i < conversations; i++)
        {
            var state = ConversationJson.Write(new Conversation { Id = $"plain{i}", Channel = "web", StartedAt = DateTimeOffset.UnixEpoch, Numbers = [Canary] });
            await Node.ExecuteAsync($"INSERT INTO conversations (id, channel, started_at, updated_at, version, last_sequence, state) VALUES ('plain{i}', 'web', 5, 5, 0, {lines}, '{state}')");
            await Node.ExecuteAsync($"INSERT INTO conversation_log (conversation_id, sequence, at, who, text) VALUES {string.Join(", ", Enumerable.Range(1, lines).Select(line => $"('plain{i}', {line}, 5, 0, '{line} {string.Join(", ", Words)}')"))}");
        }
    }

    private static async Task<string[]> Log(RecordsNode node, string conversation) => [.. (await node.Store.ReadStaffLogAsync(conversation, 0, default)).Select(entry => entry.Text)];

    private RecordsNode AnotherNode(StorageConnections to)
    {
        nodes.Add(new RecordsNode(to, folder, clock));
        return nodes[^1];
    }
}
