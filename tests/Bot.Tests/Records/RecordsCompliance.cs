using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Records;
using TransformingLives.Bot.Tests.Conversations;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Records;

/// <summary>What must hold of records of people on every engine: given out whole, erased but for what the law keeps, removed in time, backed up and put back.</summary>
public abstract class RecordsCompliance : IAsyncLifetime
{
    private static readonly RetentionSettings Usual = new(
    [
        new(RetentionKind.Conversations, 365, ""),
        new(RetentionKind.Files, 180, ""),
        new(RetentionKind.Texts, 180, ""),
        new(RetentionKind.Work, 30, ""),
        new(RetentionKind.Alerts, 2190, "We must look into worries."),
        new(RetentionKind.Referrals, 2920, "We must keep what we decided."),
    ]);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly List<string> folders = [];
    private readonly List<RecordsNode> nodes = [];
    private StorageConnections connections = null!;

    private RecordsNode Node => nodes[0];

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        connections = await NewDatabaseAsync(NewFolder());
        await AnotherNode(folders[0]).UpgradeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync(string folder);

    [Fact]
    public async Task A_person_gets_everything_that_is_held_on_them()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);

        var person = await FindAsync(reference);

        var held = Assert.Single(person!.Conversations);
        Assert.Contains(held.Log, entry => entry.Text == "my secret is marmalade");
        Assert.Equal(reference, Assert.Single(held.Cases).Registered.Referral.Reference);
        Assert.Equal("he takes my pension", Assert.Single(held.Alerts).Alert.Words);
        Assert.Single(held.Addresses);
        Assert.Contains(held.Looks, look => look.Entry.Action == "referral.entered");
        var folder = NewFolder();
        var names = await Node.Export.WriteAsync(person, folder, default);
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "person.json"));
        var html = await File.ReadAllTextAsync(Path.Combine(folder, "person.html"));
        Assert.All([json, html], text => Assert.Contains("my secret is marmalade", text, StringComparison.Ordinal));
        Assert.Equal("%PDF-letter", await File.ReadAllTextAsync(Path.Combine(folder, names.Single(name => name.EndsWith("letter.pdf", StringComparison.Ordinal)))));
        await Node.People.NoteExportAsync(person, "Jo Bright");
        Assert.Equal("person.exported", (await Node.Audit.AboutAsync(conversation, default))[^1].Entry.Action);
    }

    [Fact]
    public async Task What_the_desk_the_calendars_and_other_chat_services_hold_is_given_out_too_and_erased()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        await Node.HeldElsewhereAsync(conversation);

        var person = await FindAsync(reference);

        var held = Assert.Single(person!.Conversations);
        Assert.Equal("kind to a worried son", Assert.Single(held.Reviews).Note);
        Assert.False(Assert.Single(held.Votes).Helped);
        Assert.Equal("Sam Field", Assert.Single(held.Appointments).BookedBy);
        Assert.Equal([("msteams", "19:meeting"), ("chatwoot", "4711")], held.Places.Select(place => (place.Channel, place.TheirId)));
        Assert.Equal("wants a call about the stairlift", Assert.Single(held.Queue).Words);
        Assert.Equal("+447700900111", Assert.Single(held.Codes).Number);
        var folder = NewFolder();
        await Node.Export.WriteAsync(person, folder, default);
        foreach (var text in new[] { await File.ReadAllTextAsync(Path.Combine(folder, "person.json")), await File.ReadAllTextAsync(Path.Combine(folder, "person.html")) })
        {
            Assert.All(["kind to a worried son", "home visit", "19:meeting", "29:edna", "4711", "contact-source-edna", "wants a call about the stairlift", "900111"], words => Assert.Contains(words, text.Replace('_', ' '), StringComparison.Ordinal));
        }

        var report = await Node.People.EraseAsync(person, Usual, "Jo Bright");

        foreach (var table in RecordsNode.Elsewhere)
        {
            Assert.Equal(0, await Node.CountAsync(table, $"conversation_id = '{conversation}'"));
        }

        Assert.Equal(0, await Node.CountAsync("appointment_steps"));
        Assert.All(["1 appointment", "1 review", "1 mark", "2 addresses at another"], line => Assert.Contains(report.Erased, erased => erased.StartsWith(line, StringComparison.Ordinal)));
        Assert.All(["msteams", "chatwoot"], service => Assert.Contains(report.Kept, line => line.Contains(service, StringComparison.Ordinal) && line.Contains("has to be asked there", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reference_with_another_date_of_birth_finds_nobody()
    {
        var (_, reference) = await Node.EdnaAsync(Now);

        Assert.Null(await Node.People.FindAsync(new WhichPerson(reference, RecordsNode.Born.AddDays(1), []), Council, default));
        Assert.Null(await Node.People.FindAsync(new WhichPerson("TL-2222-2222", RecordsNode.Born, []), Council, default));
    }

    [Fact]
    public async Task Somebody_who_may_be_the_same_person_is_named_and_not_included()
    {
        var (_, reference) = await Node.EdnaAsync(Now);
        var (_, other) = await Node.EdnaAsync(Now, "Mrs Edna Jone");

        var person = await FindAsync(reference);

        Assert.Single(person!.Conversations);
        Assert.StartsWith(other, Assert.Single(person.MayBeTheSame), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_takes_all_but_what_the_law_keeps_and_says_so()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        var (other, _) = await Node.EdnaAsync(Now, "Bob Hill");
        await Node.Cases.AddAsync(new CaseWork.CheckIn(Guid.NewGuid(), conversation, "crisis_check_in", Now.AddDays(1), ImmutableDictionary<string, string>.Empty));

        var report = await Node.People.EraseAsync((await FindAsync(reference))!, Usual, "Jo Bright");

        Assert.Null(await Node.Store.FindAsync(conversation, default));
        foreach (var table in new[] { "conversation_log", "kept_files", "addresses", "outgoing_texts" })
        {
            Assert.Equal(0, await Node.CountAsync(table, $"conversation_id = '{conversation}'"));
        }

        Assert.Equal(0, await Node.CountAsync("outbox", $"case_key = '{conversation}'"));
        Assert.False(Directory.Exists(Path.Combine(Node.Folders.Files, conversation)));
        Assert.NotNull(await Node.Cases.FindReferralAsync(reference, default));
        Assert.Contains(report.Kept, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("We must keep what we decided.", StringComparison.Ordinal));
        Assert.Contains(report.Kept, line => line.Contains("We must look into worries.", StringComparison.Ordinal));
        Assert.Equal("person.erased", (await Node.Audit.AboutAsync(conversation, default))[^1].Entry.Action);
        Assert.Empty((await Node.Audit.VerifyAsync(default)).Faults);
        Assert.NotNull(await Node.Store.FindAsync(other, default));
        Assert.True(Directory.Exists(Path.Combine(Node.Folders.Files, other)));
    }

    [Fact]
    public async Task Where_nothing_has_to_be_kept_the_referral_goes_too()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        var nothingKept = new RetentionSettings([.. Usual.Rules.Select(rule => rule with { KeptWhenErased = "" })]);

        var report = await Node.People.EraseAsync((await FindAsync(reference))!, nothingKept, "Jo Bright");

        Assert.Contains(report.Erased, line => line.Contains(reference, StringComparison.Ordinal));
        Assert.Null(await Node.Cases.FindReferralAsync(reference, default));
        Assert.Equal(0, await Node.CountAsync("register_alerts", $"conversation_id = '{conversation}'"));
        Assert.Equal(0, await Node.CountAsync("register_history"));
    }

    [Fact]
    public async Task A_referral_on_its_way_still_arrives_after_an_erasure()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        await Node.ExecuteAsync("UPDATE outbox SET delivered_at = NULL WHERE kind = 'referral'");
        await Node.ExecuteAsync("DELETE FROM register_history");

        await Node.People.EraseAsync((await FindAsync(reference))!, Usual, "Jo Bright");
        await Node.Cases.DeliverDueAsync(default);

        Assert.Equal(0, await Node.CountAsync("outbox", $"case_key = '{conversation}' AND delivered_at IS NULL"));
        Assert.NotNull(await Node.Cases.FindReferralAsync(reference, default));
    }

    [Fact]
    public async Task Whoever_asked_for_no_more_messages_gets_none_after_an_erasure_either()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        var number = (await Node.Addresses.OfAsync(conversation, default)).Single().Address;
        await Node.Addresses.SetStoppedAsync("sms", number, isStopped: true);

        await Node.People.EraseAsync((await FindAsync(reference))!, Usual, "Jo Bright");

        var kept = await Node.Addresses.FindAsync("sms", number, default);
        Assert.NotNull(kept!.StoppedAt);
        Assert.Equal("", kept.ConversationId);
    }

    [Fact]
    public async Task What_is_old_is_removed_once_whichever_nodes_do_it_and_stands_in_the_trail()
    {
        var old = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            old.Add((await Node.EdnaAsync(Now)).Conversation);
        }

        clock.Advance(TimeSpan.FromDays(366));
        var (fresh, _) = await Node.EdnaAsync(Now);
        var second = AnotherNode(folders[0]);

        await Task.WhenAll(Node.Old.RunAsync(Usual, default), second.Old.RunAsync(Usual, default));

        Assert.Equal(1, await Node.CountAsync("conversations"));
        Assert.NotNull(await Node.Store.FindAsync(fresh, default));
        Assert.Equal(1, await Node.CountAsync("kept_files"));
        Assert.Equal(12 + 1, await Node.CountAsync("register_referrals"));
        foreach (var conversation in old)
        {
            Assert.Equal(1, await Node.CountAsync("audit_trail", $"subject = '{conversation}' AND action = 'retention.removed' AND purpose LIKE 'conversations%'"));
            Assert.False(Directory.Exists(Path.Combine(Node.Folders.Files, conversation)));
        }

        Assert.Empty((await Node.Audit.VerifyAsync(default)).Faults);
        Assert.Equal(0, await Node.Old.RunAsync(Usual, default));
    }

    [Fact]
    public async Task Files_go_before_their_conversation_when_they_are_kept_for_less()
    {
        var (conversation, _) = await Node.EdnaAsync(Now);
        clock.Advance(TimeSpan.FromDays(181));
        var second = AnotherNode(folders[0]);

        await Task.WhenAll(Node.Old.RunAsync(Usual, default), second.Old.RunAsync(Usual, default));

        Assert.NotNull(await Node.Store.FindAsync(conversation, default));
        Assert.Equal(0, await Node.CountAsync("kept_files"));
        Assert.Empty(Directory.GetFiles(Path.Combine(Node.Folders.Files, conversation)));
        Assert.Equal(1, await Node.CountAsync("audit_trail", $"subject = '{conversation}' AND purpose LIKE 'files%'"));
    }

    [Fact]
    public async Task Referrals_go_when_their_years_are_over()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        clock.Advance(TimeSpan.FromDays(2921));

        await Node.Old.RunAsync(Usual, default);

        Assert.Null(await Node.Cases.FindReferralAsync(reference, default));
        Assert.Equal(0, await Node.CountAsync("register_history"));
        Assert.Equal(0, await Node.CountAsync("register_alerts"));
        Assert.Equal(1, await Node.CountAsync("audit_trail", $"subject = '{conversation}' AND purpose LIKE 'referrals: {reference}%'"));
    }

    [Fact]
    public async Task A_conversation_that_something_is_still_to_be_done_for_stays()
    {
        var (conversation, _) = await Node.EdnaAsync(Now);
        await Node.Cases.AddAsync(new CaseWork.CheckIn(Guid.NewGuid(), conversation, "crisis_check_in", Now.AddDays(800), ImmutableDictionary<string, string>.Empty));
        clock.Advance(TimeSpan.FromDays(366));

        await Node.Old.RunAsync(Usual, default);

        Assert.NotNull(await Node.Store.FindAsync(conversation, default));
    }

    [Fact]
    public async Task Each_days_round_is_in_the_outbox_once_whichever_nodes_ask()
    {
        var second = AnotherNode(folders[0]);
        var round = new CaseWork.RemoveOld(new DateOnly(2026, 11, 23), Now);

        await Task.WhenAll(Node.Cases.AddAsync(round), second.Cases.AddAsync(round), Node.Cases.AddAsync(round));

        Assert.Equal(1, await Node.CountAsync("outbox", "kind = 'remove_old'"));
    }

    [Fact]
    public async Task A_backup_made_while_turns_are_stored_is_whole_and_can_be_put_back()
    {
        var (conversation, reference) = await Node.EdnaAsync(Now);
        var (other, _) = await Node.EdnaAsync(Now, "Bob Hill");
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    await Node.EdnaAsync(Now, "Bob Hill");
                }
                catch (StorageUnavailableException)
                {
                    // Begun before the back-up was put back: its conversation is none any more, and whoever writes is told so.
                }
            }
        });

        // Who meets a deadlock with the restore waits a little and tries again: time has to go on.
        var ticking = Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                Node.Clock.Advance(TimeSpan.FromMilliseconds(50));
                await Task.Delay(10);
            }
        });
        var file = Path.Combine(NewFolder(), "council.backup");
        await Node.Backup.WriteAsync(file, "Jo Bright", default);

        // What comes after the back-up: an erasure, which stands, and a loss.
        await Node.People.EraseAsync((await FindAsync(reference))!, Usual, "Jo Bright");
        await Node.ExecuteAsync($"DELETE FROM conversation_log WHERE conversation_id = '{other}'");
        var before = await Node.RestoreAsync(file);
        await enough.CancelAsync();
        await writing;
        await ticking;

        Assert.Null(await Node.Store.FindAsync(conversation, default));
        Assert.False(Directory.Exists(Path.Combine(Node.Folders.Files, conversation)));
        Assert.NotEmpty(await Node.Store.ReadLogAsync(other, 0, default));
        Assert.Equal("%PDF-letter", await new StreamReader((await Node.Files.OpenAsync(other, (await Node.Files.OfAsync(other, default)).Single().Id, default))!.Value.Bytes).ReadToEndAsync());
        Assert.True(File.Exists(before));
        var report = await Node.Check.RunAsync(default);
        Assert.Empty(report.Faults);
        Assert.Equal("backup.restored", (await Node.Audit.LatestAsync(200, default)).First(entry => entry.Entry.Action.StartsWith("backup", StringComparison.Ordinal)).Entry.Action);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_is_changed()
    {
        var (conversation, _) = await Node.EdnaAsync(Now);
        var file = Path.Combine(NewFolder(), "council.backup");
        await Node.Backup.WriteAsync(file, "Jo Bright", default);
        var bytes = await File.ReadAllBytesAsync(file);
        Array.Fill(bytes, (byte)0x55, bytes.Length / 3, 64);
        await File.WriteAllBytesAsync(file, bytes);

        var refused = await Assert.ThrowsAsync<StartUpException>(() => Node.RestoreAsync(file));

        Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(await Node.Store.FindAsync(conversation, default));
        await File.WriteAllTextAsync(file, "no back-up at all");
        await Assert.ThrowsAsync<StartUpException>(() => Node.RestoreAsync(file));
    }

    [Fact]
    public async Task A_backup_of_an_older_version_is_put_back_over_newer_tables_and_brought_up_to_date()
    {
        var (conversation, _) = await Node.EdnaAsync(Now);
        await Node.HeldElsewhereAsync(conversation);
        await using var old = new RecordsNode(await NewDatabaseAsync(NewFolder()), folders[^1], clock);
        await OlderDatabase.MakeAsync(old.Connections);
        var file = Path.Combine(NewFolder(), "council.backup");
        await old.Backup.WriteAsync(file, "Jo Bright", default);

        var before = await Node.RestoreAsync(file);

        Assert.Equal("old1", Assert.Single(await Node.Store.RecentAsync(10, default)).Id);
        Assert.Equal(0, await Node.CountAsync("appointments"));
        Assert.Empty((await Node.Check.RunAsync(default)).Faults);
        await Node.HeldElsewhereAsync((await Node.EdnaAsync(Now)).Conversation);

        // And what was there before can be put back over it.
        await Node.RestoreAsync(before);
        Assert.NotNull(await Node.Store.FindAsync(conversation, default));
        Assert.Equal(1, await Node.CountAsync("appointments"));
        Assert.Empty((await Node.Check.RunAsync(default)).Faults);
    }

    [Fact]
    public async Task The_check_looks_at_the_tables_of_the_language_model_where_there_are_any()
    {
        Assert.Empty((await Node.Check.RunAsync(default)).Faults);

        await Node.ExecuteAsync("INSERT INTO schema_versions (area, version) VALUES ('language_model', 9000)");

        Assert.Contains("'language_model'", Assert.Single((await Node.Check.RunAsync(default)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_names_what_is_damaged()
    {
        var (conversation, _) = await Node.EdnaAsync(Now);
        Assert.Empty((await Node.Check.RunAsync(default)).Faults);

        await Node.ExecuteAsync($"DELETE FROM conversation_log WHERE conversation_id = '{conversation}' AND sequence = 2");
        await Node.Cases.AddAsync(new CaseWork.CheckIn(Guid.NewGuid(), conversation, "crisis_check_in", Now.AddDays(1), ImmutableDictionary<string, string>.Empty));
        await Node.ExecuteAsync("UPDATE outbox SET payload = '{\"half' WHERE kind = 'check_in'");
        File.Delete(Directory.GetFiles(Path.Combine(Node.Folders.Files, conversation)).Single());
        await Node.ExecuteAsync("UPDATE audit_head SET sequence = sequence + 1");

        var faults = (await Node.Check.RunAsync(default)).Faults;

        Assert.Contains(faults, fault => fault.Contains($"Lines are missing in the log of the conversation {conversation}", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("in the outbox is damaged", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("is missing or has another length", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("The trail ends with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_says_in_a_sentence_that_a_newer_program_made_the_data()
    {
        await Node.ExecuteAsync("INSERT INTO schema_versions (area, version) VALUES ('cases', 9000)");

        var fault = Assert.Single((await Node.Check.RunAsync(default)).Faults);

        Assert.Contains("Run the newer program", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_missing_in_the_middle_is_named_and_the_start_says_that_it_cannot_bring_it_in()
    {
        await Node.ExecuteAsync("DELETE FROM schema_versions WHERE area = 'conversations' AND version = 40");

        var fault = Assert.Single((await Node.Check.RunAsync(default)).Faults);
        var refused = await Assert.ThrowsAsync<StartUpException>(Node.UpgradeAsync);

        Assert.Contains("version 122 of 'conversations', and version 40 is missing below it", fault, StringComparison.Ordinal);
        Assert.StartsWith("Version 40 of 'conversations' is missing in the database, though later ones are there, and could not be brought in", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_missing_in_the_middle_with_its_tables_is_brought_in_at_the_next_start()
    {
        await Node.ExecuteAsync("DROP TABLE register_attempts");
        await Node.ExecuteAsync("DELETE FROM schema_versions WHERE area = 'cases' AND version = 6");

        await Node.UpgradeAsync();

        Assert.Empty((await Node.Check.RunAsync(default)).Faults);
        Assert.Equal(0, await Node.CountAsync("register_attempts"));
    }

    private static CouncilSettings Council { get; } = CouncilSettingsLoader.Load("council.yaml", File.ReadAllText(Path.Combine(Testing.TestCouncil.Content, "council.yaml")), [])!;

    private Task<PersonRecord?> FindAsync(string reference) => Node.People.FindAsync(new WhichPerson(reference, RecordsNode.Born, []), Council, default);

    private RecordsNode AnotherNode(string folder)
    {
        nodes.Add(new RecordsNode(connections, folder, clock));
        return nodes[^1];
    }

    private string NewFolder()
    {
        folders.Add(Directory.CreateTempSubdirectory("records-").FullName);
        return folders[^1];
    }
}
