using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Work that could not be carried out yet.</summary>
/// <param name="Key">Its key, to send it again.</param>
/// <param name="Kind">A <see cref="WorkKind"/>.</param>
/// <param name="CaseKey">The conversation it belongs to.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">Why it failed last, in words.</param>
/// <param name="IsDead">It isn't tried any more: staff must act.</param>
/// <param name="Payload">The work as JSON, to be mended.</param>
public sealed record StuckWork(string Key, string Kind, string CaseKey, DateTimeOffset CreatedAt, int Attempts, string Reason, bool IsDead, string Payload)
{
    internal static StuckWork Read(SealedRow row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.GetInt32(4),
        row.OpenOr(5, SealedWork.Reason(row.GetString(0)), ""),
        !row.IsDBNull(6),
        row.OpenOr(7, SealedWork.Payload(row.GetString(0)), "{}"));
}
