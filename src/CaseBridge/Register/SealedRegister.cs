using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Register;

/// <summary>What is sealed of the register and the outbox.</summary>
public static class SealedRegister
{
    private const string Referral = "1";
    private const string Alert = "2";
    private const string OfReferral = "(SELECT conversation_id FROM register_referrals WHERE register_referrals.id = referral_id)";

    /// <summary>All of it.</summary>
    public static ImmutableArray<SealedTable> Tables => [Referrals, History, Tasks, Plans, Alerts, SealedWork.Table];

    internal static SealedTable Referrals { get; } = new("register_referrals", ["id"], "conversation_id", Referral, ["payload"]) { Beside = (_, payload, blind) => Found(payload, blind) };

    internal static SealedTable History { get; } = new("register_history", ["referral_id", "position"], OfReferral, Referral, ["words"]);

    internal static SealedTable Tasks { get; } = new("register_tasks", ["id"], OfReferral, Referral, ["what"]);

    internal static SealedTable Plans { get; } = new("register_plans", ["referral_id"], OfReferral, Referral, ["payload"]);

    internal static SealedTable Alerts { get; } = new("register_alerts", ["id"], "conversation_id", Alert, ["words"]);

    /// <summary>What the same person is found again by, blindly.</summary>
    internal static PersonKeys Blindly(PersonKeys keys, BlindIndex blind) => new(
        null,
        blind.Of("register_referrals.match_born", keys.Born),
        blind.Of("register_referrals.match_postcode", keys.Postcode),
        blind.Of("register_referrals.match_phone", keys.Phone));

    private static ImmutableArray<(string Column, object? Value)> Found(string payload, BlindIndex blind)
    {
        var keys = Blindly(KeysOf(payload), blind);
        return [("match_name", null), ("match_born", keys.Born), ("match_postcode", keys.Postcode), ("match_phone", keys.Phone)];
    }

    // What is damaged stays damaged, and nobody is found by it.
    private static PersonKeys KeysOf(string payload)
    {
        try
        {
            return PersonKeys.Of(ReferralJson.Read(payload).Person);
        }
        catch (JsonException)
        {
            return new PersonKeys(null, null, null, null);
        }
    }
}
