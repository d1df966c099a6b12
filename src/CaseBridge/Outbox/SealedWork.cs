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
        $"CASE kind WHEN '{WorkKind.RemoveOld}' THEN 9 WHEN '{WorkKind.Referral}' THEN 1 WHEN '{WorkKind.ReadBack}' THEN 1 WHEN '{WorkKind.Alert}' THEN 2 ELSE 0 END",
        ["payload", "last_error"]);

    /// <summary>Where the work is.</summary>
    public static Place Payload(string workKey) => Table.PlaceOf("payload", workKey);

    /// <summary>Where it is said why it failed: receivers may repeat what they were sent.</summary>
    public static Place Reason(string workKey) => Table.PlaceOf("last_error", workKey);

    /// <summary>Whose it is; nobody's when it is of the house.</summary>
    public static string OwnerOf(string kind, string caseKey) => kind == WorkKind.RemoveOld ? "" : caseKey;

    /// <summary>What of theirs.</summary>
    public static KeyPart PartOf(string kind) => kind switch
    {
        WorkKind.RemoveOld => KeyPart.Store,
        WorkKind.Referral or WorkKind.ReadBack => KeyPart.Referrals,
        WorkKind.Alert => KeyPart.Alerts,
        _ => KeyPart.Said,
    };
}
