using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Records;
using TransformingLives.Bot.Records.Backups;
using TransformingLives.Bot.Records.Checking;
using TransformingLives.Bot.Records.Retention;
using TransformingLives.Bot.Tests.Conversations;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Tests.Records;

/// <summary>One node's records on a real database, in a data folder of its own.</summary>
internal sealed class RecordsNode : IAsyncDisposable
{
    public static readonly DateOnly Born = new(1946, 2, 3);
    private readonly ServiceProvider services;

    public RecordsNode(StorageConnections connections, string data, FakeTimeProvider clock)
    {
        Folders = new Folders(data, data);
        services = new ServiceCollection().AddForVerbs(Folders, connections).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        Connections = connections;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public Folders Folders { get; }

    public StorageConnections Connections { get; }

    public ConversationStore Store => services.GetRequiredService<ConversationStore>();

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public KeptFiles Files => services.GetRequiredService<KeptFiles>();

    public AddressBook Addresses => services.GetRequiredService<AddressBook>();

    public RotateKeys Rotation => services.GetRequiredService<RotateKeys>();

    public TextOutbox Texts => services.GetRequiredService<TextOutbox>();

    public AuditTrail Audit => services.GetRequiredService<AuditTrail>();

    public PersonRecords People => services.GetRequiredService<PersonRecords>();

    public RemoveOldRecords Old => services.GetRequiredService<RemoveOldRecords>();

    public CouncilBackup Backup => ActivatorUtilities.CreateInstance<CouncilBackup>(services, Folders);

    public DataCheck Check => ActivatorUtilities.CreateInstance<DataCheck>(services, Connections);

    public PersonFolder Export => ActivatorUtilities.CreateInstance<PersonFolder>(services);

    public Task UpgradeAsync() => Serve.UpgradeAsync(services, CancellationToken.None);

    /// <summary>Puts a back-up in the place of what is there.</summary>
    public Task<string> RestoreAsync(string file, string? keys = null) => Backup.RestoreAsync(file, keys, "Jo Bright", token => Serve.UpgradeAsync(services, token), CancellationToken.None);

    /// <summary>A conversation with a file, a number, an alert and a referral that has arrived.</summary>
    public async Task<(string Conversation, string Reference)> EdnaAsync(DateTimeOffset at, string name = "Edna Jones")
    {
        var conversation = new Conversation { Id = ConversationId.New(), Channel = "web", StartedAt = at };
        await Store.AddAsync(conversation, [ConversationNode.Say("Hello.")], CancellationToken.None);
        await Files.KeepAsync(conversation.Id, "letter.pdf", "application/pdf", "%PDF-letter"u8.ToArray(), CancellationToken.None);
        await Addresses.LinkAsync("sms", $"+447700900{Random.Shared.Next(100, 999)}", conversation.Id, isVerified: true, null);
        var id = Guid.NewGuid();
        var referral = new Referral
        {
            Id = id,
            Reference = CouncilCases.NewReference(id),
            ConversationId = conversation.Id,
            Kind = "needs_assessment",
            CreatedAt = at,
            Person = new ReferralPerson(name, Born, "01632 960123", null, "CB1 1AA", null, null, null),
            Needs = ["Washing: every day"],
        };
        var alert = new CaseAlert(Guid.NewGuid(), conversation.Id, "safeguarding", "he takes my pension", at);
        await Store.CommitAsync(ConversationNode.Turn(conversation, "my secret is marmalade", "said", work: [new CaseWork.SubmitReferral(referral), new CaseWork.RaiseAlert(alert)]), at, CancellationToken.None);
        await Cases.DeliverDueAsync(CancellationToken.None);
        await Cases.TakeAlertAsync(alert.Id, "Sam Field", CancellationToken.None);
        return (conversation.Id, referral.Reference);
    }

    /// <summary>The tables that <see cref="HeldElsewhereAsync"/> writes to.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["desk_reviews", "answer_votes", "appointments", "connector_places", "chatwoot_places", "desk_queue", "carry_on_codes"];

    /// <summary>A review, a mark, an appointment, another chat service, a wait and a code.</summary>
    public async Task HeldElsewhereAsync(string conversation)
    {
        var appointment = Guid.NewGuid();
        var seal = await SealerAsync(conversation);
        foreach (var row in new[]
        {
            $"desk_reviews (conversation_id, matter, reviewer_id, reviewer_name, at, answers, note) VALUES ('{conversation}', 1, 'r1', 'Ann Reed', 5, '{{\"kind\":2}}', '{seal("desk_reviews", "note", $"{conversation}/1/r1", "kind to a worried son")}')",
            $"answer_votes (conversation_id, sequence, guide, helped, at) VALUES ('{conversation}', 2, 'equipment', 0, 5)",
            $"appointments (id, conversation_id, kind, calendar, starts_at, ends_at, state, booked_by, title, booked_at, changed_at) VALUES ('{appointment}', '{conversation}', 'home_visit', 'east', 9000000, 9900000, 'booked', 'Sam Field', '{seal("appointments", "title", $"{appointment}", "")}', 5, 5)",
            $"appointment_steps (calendar, at, seat, appointment_id) VALUES ('{appointment}', 9000000, 0, '{appointment}')",
            $"connector_places (conversation_id, service_url, channel_id, their_id, bot, person, sent, attempts, next_at) VALUES ('{conversation}', 'https://teams.example.org', 'msteams', '{seal("connector_places", "their_id", conversation, "19:meeting")}', '{{}}', '{seal("connector_places", "person", conversation, "{\"id\":\"29:edna\"}")}', 9, 0, 5)",
            $"chatwoot_places (conversation_id, contact, their_id, sent, last_message, is_open, is_urgent) VALUES ('{conversation}', 'contact-source-edna', 4711, 9, 12, 1, 0)",
            $"desk_queue (conversation_id, reason, is_danger, waiting_since, promised_by, channel, skill, patch, words, last_said_at) VALUES ('{conversation}', 'asked', 0, 5, 6, 'web', 'adults', 'east', '{seal("desk_queue", "words", conversation, "wants a call about the stairlift")}', 5)",
            $"carry_on_codes (code_hash, conversation_id, sealed_number, made_at, expires_at) VALUES ('{appointment}', '{conversation}', '{seal("carry_on_codes", "sealed_number", $"{appointment}", "+447700900111")}', 5, 6)",
        })
        {
            await ExecuteAsync($"INSERT INTO {row}");
        }
    }

    /// <summary>Seals as the program does: table, column, row, words.</summary>
    private async Task<Func<string, string, string, string, string>> SealerAsync(string conversation)
    {
        var key = await services.GetRequiredService<CommitQueue>().RunAsync(conversation, (session, token) => session.Keys.OfAsync(conversation, KeyPart.Said, token).AsTask());
        return (table, column, row, words) => Convert.ToBase64String(key.SealBytes(new Place(table, column, row), System.Text.Encoding.UTF8.GetBytes(words)));
    }

    public async Task<long> CountAsync(string table, string where = "1 = 1") => (await Connections.QueryAsync($"SELECT COUNT(*) FROM {table} WHERE {where}", row => row.GetInt64(0), CancellationToken.None))[0];

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Connections.OpenForWritingAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
