using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>A row of the outbox that one node carries out now.</summary>
/// <param name="Position">Its place in the outbox; the order within a case.</param>
/// <param name="Key">Key of the work.</param>
/// <param name="Kind">A <see cref="WorkKind"/>.</param>
/// <param name="Payload">The work as JSON.</param>
/// <param name="CaseKey">The conversation it belongs to.</param>
/// <param name="Attempts">How often it has failed.</param>
/// <param name="Lease">Whose lease it is; another node may take it when the lease runs out.</param>
internal sealed record LeasedWork(long Position, string Key, string Kind, string Payload, string CaseKey, int Attempts, string Lease)
{
    /// <summary>What can't be opened is carried out by nobody, and laid before staff.</summary>
    public static LeasedWork Read(SealedRow row, string lease) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.OpenOr(3, SealedWork.Payload(row.GetString(1)), ""), row.GetString(5), row.GetInt32(4), lease);
}
