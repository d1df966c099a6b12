namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Sessions to be ended.</summary>
/// <param name="Where">A condition in SQL, constant.</param>
/// <param name="Values">Its values.</param>
internal sealed record WhichSessions(string Where, params (string Name, object? Value)[] Values)
{
    /// <summary>All that are open.</summary>
    public static WhichSessions Everybodys { get; } = new("TRUE");

    /// <summary>One, whosever it is.</summary>
    public static WhichSessions One(string id) => new("id = @id", ("@id", id));

    /// <summary>One, if it is theirs.</summary>
    public static WhichSessions OneOf(string officer, string id) => new("officer_id = @officer AND id = @id", ("@officer", officer), ("@id", id));

    /// <summary>All of somebody's.</summary>
    public static WhichSessions AllOf(string officer) => new("officer_id = @officer", ("@officer", officer));

    /// <summary>All of somebody's but the one that they sit at.</summary>
    public static WhichSessions OthersOf(string officer, string id) => new("officer_id = @officer AND id <> @id", ("@officer", officer), ("@id", id));

    /// <summary>All of somebody's but those that were used last.</summary>
    public static WhichSessions MoreThan(int count, string officer) =>
        new("officer_id = @officer AND id NOT IN (SELECT id FROM desk_sessions WHERE officer_id = @officer AND ended_at IS NULL ORDER BY used_at DESC, began_at DESC LIMIT @count)", ("@officer", officer), ("@count", (long)count));

    /// <summary>Those not used since.</summary>
    public static WhichSessions NotUsedSince(DateTimeOffset at) => new("used_at <= @at", ("@at", at.ToUnixTimeMilliseconds()));

    /// <summary>Those begun before.</summary>
    public static WhichSessions BegunBefore(DateTimeOffset at) => new("began_at <= @at", ("@at", at.ToUnixTimeMilliseconds()));
}
