using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Desk.Words;

/// <summary>Reads <c>content/desk/replies.yaml</c> and <c>content/desk/outcomes.yaml</c>.</summary>
internal static partial class DeskWordsLoader
{
    private static readonly ImmutableArray<string> Suggestions = ["", "referral", "advice", "self_funder", "declined"];

    public static DeskWords? Replies(string file, string text, IEnumerable<string> names, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        ImmutableArray<string> known = [.. names, "officer"];
        var replies = ImmutableArray.CreateBuilder<ReadyReply>();
        foreach (var item in root.Items("replies"))
        {
            var reply = new ReadyReply(item.Text("id"), item.Text("title"), item.Text("text"));
            if (replies.Any(other => other.Id == reply.Id))
            {
                item.Problem("id", $"The reply '{reply.Id}' stands twice.");
            }

            foreach (var name in Name().Matches(reply.Text).Select(match => match.Groups[1].Value).Except(known))
            {
                item.Problem("text", $"Nothing fills in '{{{name}}}'. There are: {string.Join(", ", known)}.");
            }

            item.NoOtherFields();
            replies.Add(reply);
        }

        root.NoOtherFields();
        return new DeskWords(replies.ToImmutable(), []);
    }

    public static DeskWords? Outcomes(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var outcomes = ImmutableArray.CreateBuilder<EventOutcome>();
        foreach (var item in root.Items("outcomes"))
        {
            var outcome = new EventOutcome(item.Text("code"), item.Text("label"), item.Optional("suggest")) { NeedsWorker = item.Flag("needs_worker", otherwise: true) };
            if (outcomes.Any(other => other.Code == outcome.Code))
            {
                item.Problem("code", $"The outcome '{outcome.Code}' stands twice.");
            }

            if (!Suggestions.Contains(outcome.Suggest))
            {
                item.Problem("suggest", "'suggest' should be referral, advice, self_funder or declined.");
            }

            item.NoOtherFields();
            outcomes.Add(outcome);
        }

        root.NoOtherFields();
        if (outcomes.Count == 0)
        {
            root.Problem("outcomes", "Officers need one outcome at least to close a matter.");
        }

        return new DeskWords([], outcomes.ToImmutable());
    }

    /// <summary>The checklist for reviews.</summary>
    public static DeskWords? Checklist(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var checklist = ImmutableArray.CreateBuilder<ReviewItem>();
        foreach (var item in root.Items("checklist"))
        {
            var line = new ReviewItem(item.Text("id"), item.Text("ask"), item.Optional("help"));
            if (checklist.Any(other => other.Id == line.Id))
            {
                item.Problem("id", $"The line '{line.Id}' stands twice.");
            }

            item.NoOtherFields();
            checklist.Add(line);
        }

        root.NoOtherFields();
        return new DeskWords([], []) { Checklist = checklist.ToImmutable() };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
