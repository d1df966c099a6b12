using System.Text.Json;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>How work is written down.</summary>
internal static class WorkJson
{
    public const string Referral = "referral";
    public const string Alert = "alert";

    public static (string Kind, string Payload) Write(CaseWork work) => work switch
    {
        CaseWork.SubmitReferral(var referral) => (Referral, ReferralJson.Write(referral)),
        CaseWork.RaiseAlert(var alert) => (Alert, JsonSerializer.Serialize(alert, ReferralJson.Options)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static CaseWork Read(string kind, string payload) => kind switch
    {
        Referral => new CaseWork.SubmitReferral(ReferralJson.Read(payload)),
        Alert => new CaseWork.RaiseAlert(JsonSerializer.Deserialize<CaseAlert>(payload, ReferralJson.Options) ?? throw new JsonException("An alert is empty.")),
        _ => throw new JsonException($"There is no work of the kind '{kind}'."),
    };
}
