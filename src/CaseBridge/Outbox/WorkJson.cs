using System.Diagnostics;
using System.Text.Json;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>How work is written down.</summary>
internal static class WorkJson
{
    public static (string Kind, string Payload) Write(CaseWork work) => work switch
    {
        CaseWork.SubmitReferral(var referral) => (WorkKind.Referral, ReferralJson.Write(referral)),
        CaseWork.RaiseAlert(var alert) => (WorkKind.Alert, JsonSerializer.Serialize(alert, ReferralJson.Options)),
        CaseWork.CheckIn checkIn => (WorkKind.CheckIn, JsonSerializer.Serialize(checkIn, ReferralJson.Options)),
        CaseWork.SendText text => (WorkKind.Text, JsonSerializer.Serialize(text, ReferralJson.Options)),
        CaseWork.ReadBack readBack => (WorkKind.ReadBack, JsonSerializer.Serialize(readBack, ReferralJson.Options)),
        CaseWork.RemoveOld removeOld => (WorkKind.RemoveOld, JsonSerializer.Serialize(removeOld, ReferralJson.Options)),
        CaseWork.TellProgress progress => (WorkKind.Progress, JsonSerializer.Serialize(progress, ReferralJson.Options)),
        CaseWork.TellDesk tell => (WorkKind.Desk, JsonSerializer.Serialize(tell, ReferralJson.Options)),
        _ => throw new UnreachableException(),
    };

    /// <exception cref="JsonException">The row doesn't hold what its kind says.</exception>
    public static CaseWork Read(string kind, string payload) => kind switch
    {
        WorkKind.Referral => new CaseWork.SubmitReferral(ReferralJson.Read(payload)),
        WorkKind.Alert => new CaseWork.RaiseAlert(Read<CaseAlert>(payload)),
        WorkKind.CheckIn => Read<CaseWork.CheckIn>(payload),
        WorkKind.Text => Read<CaseWork.SendText>(payload),
        WorkKind.ReadBack => Read<CaseWork.ReadBack>(payload),
        WorkKind.RemoveOld => Read<CaseWork.RemoveOld>(payload),
        WorkKind.Progress => Read<CaseWork.TellProgress>(payload),
        WorkKind.Desk => Read<CaseWork.TellDesk>(payload),
        _ => throw new JsonException($"There is no work of the kind '{kind}'."),
    };

    public static bool CanRead(string kind, string payload)
    {
        try
        {
            Read(kind, payload);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static T Read<T>(string payload) => JsonSerializer.Deserialize<T>(payload, ReferralJson.Options) ?? throw new JsonException("The work is empty.");
}
