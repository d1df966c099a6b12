using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>Who is at the desk, over all nodes: kept alive by open pages.</summary>
public sealed class DeskPresence(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    /// <summary>Somebody not heard of for so long is not there.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromSeconds(45);

    // One statement: two pages of one officer may say it at once.
    private const string Seen = """
        INSERT INTO desk_presence (officer_id, name, roles, seen_at) VALUES (@id, @name, @roles, @now)
        ON CONFLICT (officer_id) DO UPDATE SET name = excluded.name, roles = excluded.roles, seen_at = excluded.seen_at
        """;

    /// <summary>Somebody is there.</summary>
    public Task SeenAsync(Officer officer, IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(officer);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync($"officer {officer.Id}", (session, token) => session
            .Command(Seen, ("@id", officer.Id), ("@name", officer.Name), ("@roles", string.Join(' ', roles)), ("@now", now))
            .ExecuteNonQueryAsync(token));
    }

    /// <summary>Everybody who has ever signed in, whoever was there last first.</summary>
    public Task<ImmutableArray<StaffMember>> AllAsync(CancellationToken cancellationToken)
    {
        var from = (clock.GetUtcNow() - Gone).ToUnixTimeMilliseconds();
        return connections.QueryAsync(
            "SELECT officer_id, name, roles, seen_at FROM desk_presence ORDER BY seen_at DESC, officer_id",
            row => new StaffMember(
                new Officer(row.GetString(0), row.GetString(1)),
                [.. row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.GetInt64(3) >= from),
            cancellationToken);
    }
}

/// <summary>Somebody who works at the desk.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Roles">Their roles at the last sign-in.</param>
/// <param name="SeenAt">When they were last there.</param>
/// <param name="IsThere">They are there now.</param>
public sealed record StaffMember(Officer Officer, ImmutableArray<string> Roles, DateTimeOffset SeenAt, bool IsThere);
