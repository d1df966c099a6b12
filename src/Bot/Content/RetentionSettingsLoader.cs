using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>Reads the section <c>retention</c> of <c>content/council.yaml</c>.</summary>
internal static class RetentionSettingsLoader
{
    private const int Longest = 36_525;
    private static readonly RetentionKind[] MayStay = [RetentionKind.Alerts, RetentionKind.Referrals];

    public static RetentionSettings Load(ContentNode root)
    {
        if (!root.Has("retention"))
        {
            root.Problem("retention", $"The field 'retention' is missing: for how many days is each kind kept ({string.Join(", ", Enum.GetValues<RetentionKind>().Select(Id))})?");
            return RetentionSettings.None;
        }

        var rules = ImmutableArray.CreateBuilder<RetentionRule>();
        foreach (var item in root.Items("retention"))
        {
            if (Rule(item) is not { } rule)
            {
                continue;
            }

            if (rules.Any(other => other.Kind == rule.Kind))
            {
                item.Problem("kind", $"'{Id(rule.Kind)}' stands twice.");
            }

            rules.Add(rule);
        }

        var settings = new RetentionSettings(rules.ToImmutable());
        foreach (var missing in Enum.GetValues<RetentionKind>().Where(kind => settings.Of(kind) is null))
        {
            root.Problem("retention", $"It is not said for how long '{Id(missing)}' are kept.");
        }

        // What belongs to a conversation goes with it.
        foreach (var kind in new[] { RetentionKind.Files, RetentionKind.Texts })
        {
            if (settings.Of(kind)?.Days > settings.Of(RetentionKind.Conversations)?.Days)
            {
                root.Problem("retention", $"'{Id(kind)}' can't be kept for longer than 'conversations': they go when their conversation goes.");
            }
        }

        return settings;
    }

    private static RetentionRule? Rule(ContentNode item)
    {
        var name = item.Text("kind");
        if (!Enum.TryParse<RetentionKind>(name, ignoreCase: true, out var kind) || Id(kind) != name)
        {
            item.Problem("kind", $"There is no kind '{name}'. The kinds are {string.Join(", ", Enum.GetValues<RetentionKind>().Select(Id))}.");
            return null;
        }

        var days = item.Number("days");
        if (days is not (>= 1 and <= Longest))
        {
            item.Problem("days", $"'days' should be from 1 to {Longest}.");
        }

        var kept = item.Optional("kept_when_erased");
        if (kept.Length > 0 && !MayStay.Contains(kind))
        {
            item.Problem("kept_when_erased", $"'{name}' are erased when the person asks for it; only alerts and referrals may have to stay.");
        }

        return new RetentionRule(kind, Math.Max(1, days ?? Longest), kept);
    }

    private static string Id(RetentionKind kind) => kind.ToString().ToLowerInvariant();
}
