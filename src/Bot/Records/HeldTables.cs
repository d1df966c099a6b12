using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records;

/// <summary>What the tables keep of one conversation, read as it stands for the person it is about.</summary>
internal sealed class HeldTables(StorageConnections connections, string conversationId)
{
    public async Task<HeldHead?> HeadAsync(CancellationToken cancellationToken) => (await ReadAsync(
        "SELECT channel, started_at, updated_at, state FROM conversations WHERE id = @id",
        row => new HeldHead(row.GetString(0), At(row.GetInt64(1)), At(row.GetInt64(2)), AsJson(row.Open(3, SealedConversations.State(conversationId)))),
        cancellationToken)).FirstOrDefault();

    public Task<ImmutableArray<HeldWait>> WaitsAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT waiting_since, joined_at FROM desk_waits WHERE conversation_id = @id ORDER BY version",
        row => new HeldWait(At(row.GetInt64(0)), At(row.GetInt64(1))),
        cancellationToken);

    public Task<ImmutableArray<HeldOutcome>> OutcomesAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT outcome, officer_id, at FROM desk_outcomes WHERE conversation_id = @id ORDER BY version",
        row => new HeldOutcome(row.GetString(0), row.GetString(1), At(row.GetInt64(2))),
        cancellationToken);

    public Task<ImmutableArray<HeldReview>> ReviewsAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT reviewer_name, at, answers, note, matter, reviewer_id FROM desk_reviews WHERE conversation_id = @id ORDER BY at",
        row => new HeldReview(row.GetString(0), At(row.GetInt64(1)), AsJson(row.GetString(2)), row.Open(3, ReviewBook.Sealed.PlaceOf("note", conversationId, row.GetInt64(4), row.GetString(5)))),
        cancellationToken);

    public Task<ImmutableArray<HeldVote>> VotesAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT sequence, guide, helped, at FROM answer_votes WHERE conversation_id = @id ORDER BY sequence",
        row => new HeldVote(row.GetInt64(0), row.GetString(1), row.GetInt32(2) == 1, At(row.GetInt64(3))),
        cancellationToken);

    public Task<ImmutableArray<HeldAppointment>> AppointmentsAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT kind, calendar, starts_at, ends_at, state, booked_by FROM appointments WHERE conversation_id = @id ORDER BY starts_at",
        row => new HeldAppointment(row.GetString(0), row.GetString(1), At(row.GetInt64(2)), At(row.GetInt64(3)), row.GetString(4), row.GetString(5)),
        cancellationToken);

    public async Task<ImmutableArray<HeldPlace>> PlacesAsync(CancellationToken cancellationToken) =>
    [
        .. await ReadAsync(
            "SELECT channel_id, their_id, person FROM connector_places WHERE conversation_id = @id",
            row => new HeldPlace(row.GetString(0), row.Open(1, SealedChannels.Places.PlaceOf("their_id", conversationId)), AsJson(row.Open(2, SealedChannels.Places.PlaceOf("person", conversationId)))),
            cancellationToken),
        .. await ReadAsync(
            "SELECT their_id, contact FROM chatwoot_places WHERE conversation_id = @id",
            row => new HeldPlace("chatwoot", row.GetInt64(0).ToString(CultureInfo.InvariantCulture), JsonSerializer.SerializeToElement(row.GetString(1))),
            cancellationToken),
    ];

    public Task<ImmutableArray<HeldQueue>> QueueAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT reason, waiting_since, words, officer_name FROM desk_queue WHERE conversation_id = @id",
        row => new HeldQueue(row.GetString(0), At(row.GetInt64(1)), row.Open(2, QueueWriter.Sealed.PlaceOf("words", conversationId)), row.IsDBNull(3) ? null : row.GetString(3)),
        cancellationToken);

    public Task<ImmutableArray<HeldCode>> CodesAsync(CancellationToken cancellationToken) => ReadAsync(
        "SELECT sealed_number, made_at, used_by, code_hash FROM carry_on_codes WHERE conversation_id = @id ORDER BY made_at",
        row => new HeldCode(row.OpenOrNull(0, SealedChannels.Codes.PlaceOf("sealed_number", row.GetString(3))), At(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetString(2)),
        cancellationToken);

    /// <summary>What is damaged is shown as it stands.</summary>
    public static JsonElement AsJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }

    private Task<ImmutableArray<T>> ReadAsync<T>(string sql, Func<SealedRow, T> read, CancellationToken cancellationToken) => connections.QuerySealedAsync(sql, read, cancellationToken, ("@id", conversationId));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
