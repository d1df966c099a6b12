using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Content;

/// <summary>Reads <c>content/council.yaml</c>.</summary>
internal static class CouncilSettingsLoader
{
    private const int DailyHours = 24;

    public static CouncilSettings? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var council = new CouncilSettings
        {
            Name = root.Text("name"),
            Phone = root.Text("phone"),
            DutyPhone = root.Text("duty_phone"),
            SafeguardingPhone = root.Text("safeguarding_phone"),
            HoursInWords = root.Text("hours"),
            OpensAt = Time(root, "opens_at"),
            ClosesAt = Time(root, "closes_at"),
            BankHolidays = [.. root.Words("bank_holidays").Select(day => Day(root, day))],
            QuickExit = root.Text("quick_exit"),
            Priorities = [.. root.Items("priorities").Select(item => new Priority(item.Text("id"), item.Text("in_words"), item.Number("working_days")))],
            Crisis = Crisis(root),
            Privacy = root.Text("privacy"),
            PatchByOutcode = Patches(root),
            Desk = DeskSettingsLoader.Load(root),
            Retention = RetentionSettingsLoader.Load(root),
            TextNumber = root.Section("channels")?.Optional("text_number") ?? "",
            CallNumber = root.Section("channels")?.Optional("call_number") ?? "",
            MessagesFrom = TimeOr(root, "messages_from", new TimeOnly(9, 0)),
            MessagesUntil = TimeOr(root, "messages_until", new TimeOnly(19, 0)),
            KioskSeconds = Seconds(root, "kiosk_seconds", 120, least: 30),
            KioskGraceSeconds = Seconds(root, "kiosk_grace_seconds", 30, least: 20),
            EmbedOn = [.. (root.Section("channels")?.Words("embed_on") ?? []).Select(site => Site(root, site))],
            Feeds = [.. root.Items("directory").Select(Feed)],
        };
        if (council.MessagesFrom >= council.MessagesUntil)
        {
            root.Problem("channels", "'messages_from' should be before 'messages_until': nobody could be written to.");
        }

        if (council.Priorities.IsEmpty)
        {
            root.Problem("priorities", "The council needs priorities P0 to P4.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : council;
    }

    private static TimeOnly TimeOr(ContentNode root, string field, TimeOnly otherwise) =>
        root.Section("channels") is { } channels && channels.Optional(field).Length > 0 ? Time(channels, field) : otherwise;

    private static CrisisSettings Crisis(ContentNode root)
    {
        if (root.Section("crisis") is not { } crisis)
        {
            root.Problem("crisis", "The field 'crisis' is missing: which team helps in a crisis, and when do we ask how it is going?");
            return new CrisisSettings("", [], default);
        }

        var days = crisis.Words("check_in_days").Select(day => int.TryParse(day, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0).ToImmutableArray();
        if (days.IsEmpty || days.Contains(0))
        {
            crisis.Problem("check_in_days", "'check_in_days' should be days after the crisis, such as [1, 3, 7].");
        }

        return new CrisisSettings(crisis.Text("team"), days, Time(crisis, "check_in_at"));
    }

    private static ImmutableDictionary<string, string> Patches(ContentNode root)
    {
        var byOutcode = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var patch in root.Items("patches"))
        {
            foreach (var outcode in patch.Words("outcodes").Where(outcode => !byOutcode.TryAdd(outcode, patch.Text("name"))))
            {
                patch.Problem("outcodes", $"{outcode} is in two patches.");
            }
        }

        return byOutcode.ToImmutable();
    }

    private static CouncilFeed Feed(ContentNode node)
    {
        var (name, hours) = (node.Text("name"), node.Number("every_hours") ?? DailyHours);
        if (!DirectoryImport.IsName(name))
        {
            node.Problem("name", $"'{name}' should be small letters, digits and dashes, at most 60.");
        }

        if (hours < 1)
        {
            node.Problem("every_hours", "A feed is imported every hour at most.");
        }

        return new CouncilFeed(name, node.Text("from"), TimeSpan.FromHours(Math.Max(1, hours)));
    }

    // WCAG 2.2, 2.2.1: whoever is warned has twenty seconds or more.
    private static int Seconds(ContentNode root, string field, int otherwise, int least)
    {
        var seconds = root.Section("channels")?.Number(field) ?? otherwise;
        if (seconds < least)
        {
            root.Problem("channels", $"'{field}' should be {least} or more.");
        }

        return seconds;
    }

    // An origin and nothing more: it goes into a security policy as it stands.
    private static string Site(ContentNode root, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "https" or "http" && site.GetLeftPart(UriPartial.Authority) == text)
        {
            return text;
        }

        root.Problem("channels", $"'{text}' in embed_on should be the beginning of an address and no more, such as https://www.example.gov.uk.");
        return "https://invalid.invalid";
    }

    private static TimeOnly Time(ContentNode node, string field)
    {
        if (TimeOnly.TryParseExact(node.Text(field), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        node.Problem(field, $"'{field}' should be a time such as \"09:00\".");
        return default;
    }

    private static DateOnly Day(ContentNode node, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        node.Problem("bank_holidays", $"'{text}' should be a day such as 2026-12-25.");
        return default;
    }
}
