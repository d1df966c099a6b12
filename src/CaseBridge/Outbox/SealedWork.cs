using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Whose work is, and what of theirs: a referral that the law keeps must still arrive when the rest of the person was erased.</summary>
internal static class SealedWork
{
    /// <summary>What is sealed of the outbox.</summary>
    public static SealedTable Table { get; } = new(
        "outbox",
        ["work_key"],
        $"CASE WHEN kind = '{WorkKind.RemoveOld}' THEN '' ELSE case_key END",
        $"CASE kind WHEN '{WorkKind.RemoveOld}' THEN {KeyPart.Store:D} WHEN '{WorkKind.Referral}' THEN {KeyPart.Referrals:D} WHEN '{WorkKind.ReadBack}' THEN {KeyPart.Referrals:D} WHEN '{WorkKind.Alert}' THEN {KeyPart.Alerts:D} ELSE {KeyPart.Said:D} END",
        ["payload", "last_error"]);

    /// <summary>Where the work is.</summary>
    public static Place Payload(string workKey) => Table.PlaceOf("payload", workKey);

    /// <summary>Where it is said why it failed: receivers may repeat what they were sent.</summary>
    public static Place Reason(string workKey) => Table.PlaceOf("last_error", workKey);

    /// <summary>Seals words of some work, for the conversation that it belongs to; nobody's key seals what is of the house.</summary>
    /// <param name="keys">The keys of the transaction.</param>
    /// <param name="kind">A <see cref="WorkKind"/>.</param>
    /// <param name="caseKey">The conversation.</param>
    /// <param name="place">Where the words go.</param>
    /// <param name="words">The words; null for none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static ValueTask<string?> SealAsync(GroupKeys keys, string kind, string caseKey, Place place, string? words, CancellationToken cancellationToken) =>
        keys.SealOrNullAsync(kind == WorkKind.RemoveOld ? "" : caseKey, PartOf(kind), place, words, cancellationToken);

    private static KeyPart PartOf(string kind) => kind switch
    {
        WorkKind.RemoveOld => KeyPart.Store,
        WorkKind.Referral or WorkKind.ReadBack => KeyPart.Referrals,
        WorkKind.Alert => KeyPart.Alerts,
        _ => KeyPart.Said,
    };
}
