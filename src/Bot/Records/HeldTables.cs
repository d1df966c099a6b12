using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Records;

/// <summary>What the desk, the calendars and the channels keep of one conversation, read as it stands for the person it is about.</summary>
internal static class HeldTables
{
    public static Task<ImmutableArray<HeldReview>> ReviewsAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT reviewer_name, at, answers, note FROM desk_reviews WHERE conversation_id = @id ORDER BY at",
        row => new HeldReview(row.GetString(0), At(row.GetInt64(1)), AsJson(row.GetString(2)), row.GetString(3)),
        cancellationToken,
        ("@id", conversationId));

    public static Task<ImmutableArray<HeldVote>> VotesAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT sequence, guide, helped, at FROM answer_votes WHERE conversation_id = @id ORDER BY sequence",
        row => new HeldVote(row.GetInt64(0), row.GetString(1), row.GetInt32(2) == 1, At(row.GetInt64(3))),
        cancellationToken,
        ("@id", conversationId));

    public static Task<ImmutableArray<HeldAppointment>> AppointmentsAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT kind, calendar, starts_at, ends_at, state, booked_by FROM appointments WHERE conversation_id = @id ORDER BY starts_at",
        row => new HeldAppointment(row.GetString(0), row.GetString(1), At(row.GetInt64(2)), At(row.GetInt64(3)), row.GetString(4), row.GetString(5)),
        cancellationToken,
        ("@id", conversationId));

    public static Task<ImmutableArray<HeldPlace>> PlacesAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT channel_id, their_id, person FROM connector_places WHERE conversation_id = @id",
        row => new HeldPlace(row.GetString(0), row.GetString(1), AsJson(row.GetString(2))),
        cancellationToken,
        ("@id", conversationId));

    public static Task<ImmutableArray<HeldQueue>> QueueAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT reason, waiting_since, words, officer_name FROM desk_queue WHERE conversation_id = @id",
        row => new HeldQueue(row.GetString(0), At(row.GetInt64(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
        cancellationToken,
        ("@id", conversationId));

    public static Task<ImmutableArray<HeldCode>> CodesAsync(StorageConnections connections, string conversationId, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT number, made_at, used_by FROM carry_on_codes WHERE conversation_id = @id ORDER BY made_at",
        row => new HeldCode(row.IsDBNull(0) ? null : row.GetString(0), At(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetString(2)),
        cancellationToken,
        ("@id", conversationId));

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

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
