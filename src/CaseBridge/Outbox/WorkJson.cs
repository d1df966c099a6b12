using System.Text.Json;
using System.Text.Json.Serialization;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>How work is written down.</summary>
internal static class WorkJson
{
    public const string Referral = "referral";
    public const string Alert = "alert";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static (string Kind, string Payload) Write(CaseWork work) => work switch
    {
        CaseWork.SubmitReferral(var referral) => (Referral, JsonSerializer.Serialize(referral, Options)),
        CaseWork.RaiseAlert(var alert) => (Alert, JsonSerializer.Serialize(alert, Options)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static CaseWork Read(string kind, string payload) => kind switch
    {
        Referral => new CaseWork.SubmitReferral(ReadReferral(payload)),
        Alert => new CaseWork.RaiseAlert(JsonSerializer.Deserialize<CaseAlert>(payload, Options) ?? throw new JsonException("An alert is empty.")),
        _ => throw new JsonException($"There is no work of the kind '{kind}'."),
    };

    public static string Write(Referral referral) => JsonSerializer.Serialize(referral, Options);

    public static Referral ReadReferral(string payload) => JsonSerializer.Deserialize<Referral>(payload, Options) ?? throw new JsonException("A referral is empty.");
}
