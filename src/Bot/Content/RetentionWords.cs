using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Bot.Content;

/// <summary>How long something is kept, in words, for pages and papers.</summary>
internal static class RetentionWords
{
    private const int DaysOfAYear = 365;

    /// <summary>"30 days", "1 year", "8 years".</summary>
    public static string Of(int days) => (days % DaysOfAYear, days / DaysOfAYear) switch
    {
        (0, 1) => "1 year",
        (0, > 1 and var years) => string.Create(CultureInfo.InvariantCulture, $"{years} years"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} day{(days == 1 ? "" : "s")}"),
    };

    /// <summary>What a page may name in braces: <c>{kept_files}</c> for how long, <c>{why_alerts}</c> for why it stays when a person asks for erasure.</summary>
    public static ImmutableDictionary<string, string> Values(RetentionSettings retention) => retention.Rules
        .Aggregate(ImmutableDictionary<string, string>.Empty, (values, rule) => values.SetItem(Kept(rule.Kind), Of(rule.Days)).SetItem(Why(rule.Kind), rule.KeptWhenErased));

    /// <summary>The name of how long a kind is kept.</summary>
    public static string Kept(RetentionKind kind) => $"kept_{kind.ToString().ToLowerInvariant()}";

    /// <summary>The name of why a kind stays.</summary>
    public static string Why(RetentionKind kind) => $"why_{kind.ToString().ToLowerInvariant()}";
}
