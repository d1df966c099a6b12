using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>The verb <c>play</c>: stories, also such as have only what the resident says.</summary>
internal static class Play
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(FileInfo file, bool asJson, Folders folders, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new StartUpException($"There is no file {file.FullName}.");
        }

        var stories = Story.Read(file.Name, await File.ReadAllTextAsync(file.FullName, cancellationToken));
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        await surroundings.Knowledge.Ready;
        var broken = 0;
        var json = new JsonArray();
        foreach (var story in stories)
        {
            var played = await PlayStory.RunAsync(story, surroundings, cancellationToken);
            broken += played.Broken().Count();
            if (asJson)
            {
                json.Add(Json(played));
            }
            else
            {
                Print(played);
            }
        }

        if (asJson)
        {
            Console.WriteLine(json.ToJsonString(Readable));
        }

        return broken == 0 ? 0 : 1;
    }

    private static void Print(PlayedStory played)
    {
        Console.WriteLine($"=== {played.Story.Id}");
        foreach (var turn in played.Turns)
        {
            Console.WriteLine($"\n> {turn.Says}");
            Write("read", turn.Read);
            Write("concern", turn.Concerns);
            foreach (var reply in turn.Replies)
            {
                Console.WriteLine(ReplyText.For(played.Story.Channel, reply));
            }

            Console.WriteLine($"  ({turn.Ending})");
        }

        Write("referral", played.Referrals.Select(referral => $"{referral.Reference} {referral.Kind}, tier {referral.Outcome?.Tier}, {referral.Outcome?.Layer}, {referral.Outcome?.Priority}, {referral.Outcome?.Team}: {string.Join(' ', referral.Outcome?.Reasons ?? [])}"));
        Write("estimate", played.Conversation.Estimate is { } estimate ? [$"{estimate.Points} points, £{estimate.Weekly} a week, £{estimate.FourWeekly} for four weeks"] : []);
        Write("alert", played.Alerts.Select(alert => $"{alert.Alert.Kind}: {alert.Alert.Words}"));
        Write("BROKEN", played.Broken());
        Console.WriteLine();
    }

    private static void Write(string what, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine($"  {what}: {line}");
        }
    }

    private static JsonObject Json(PlayedStory played) => new()
    {
        ["id"] = played.Story.Id,
        ["turns"] = new JsonArray([.. played.Turns.Select(turn => new JsonObject
        {
            ["says"] = turn.Says,
            ["ending"] = turn.Ending,
            ["read"] = Strings(turn.Read),
            ["concerns"] = Strings(turn.Concerns),
            ["replies"] = Strings(turn.Replies.Select(reply => ReplyText.For(played.Story.Channel, reply))),
        })]),
        ["estimate"] = played.Conversation.Estimate is { } estimate ? new JsonObject { ["points"] = estimate.Points, ["weekly"] = estimate.Weekly, ["fourWeekly"] = estimate.FourWeekly } : null,
        ["referrals"] = new JsonArray([.. played.Referrals.Select(referral => JsonNode.Parse(ReferralJson.Write(referral)))]),
        ["alerts"] = Strings(played.Alerts.Select(alert => alert.Alert.Kind)),
        ["broken"] = Strings(played.Broken()),
    };

    private static JsonArray Strings(IEnumerable<string> lines) => new([.. lines.Select(line => (JsonNode?)line)]);
}
