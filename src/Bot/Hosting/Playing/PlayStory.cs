using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>Plays one story from beginning to end.</summary>
internal static class PlayStory
{
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);
    private const int MostAnswers = 80;

    public static async Task<PlayedStory> RunAsync(Story story, Surroundings surroundings, CancellationToken cancellationToken, Action<IServiceCollection>? with = null)
    {
        var clock = new StoryClock();
        await using var council = await PlayedCouncil.OpenAsync(surroundings, clock, cancellationToken, with);
        var conversation = await council.Runner.StartAsync(story.Channel, cancellationToken);
        var turns = ImmutableArray.CreateBuilder<PlayedTurn>();
        var says = new Queue<string>(story.WhenAsked.IsEmpty || story.Says.Contains(Story.AnswerOn) ? story.Says : story.Says.Add(Story.AnswerOn));
        while (says.Count > 0 && turns.Count < MostAnswers)
        {
            clock.Advance(BetweenMessages);
            if (says.Peek() == Story.AnswerOn)
            {
                var now = (await council.Store.FindAsync(conversation.Id, cancellationToken))!;
                if (Answer(story, now) is not { } answer)
                {
                    says.Dequeue();
                    continue;
                }

                turns.Add(await SayAsync(council, story, conversation.Id, answer, clock, cancellationToken));
                continue;
            }

            var words = says.Dequeue();
            if (Days(words) is { } days)
            {
                await council.DeliverAsync(cancellationToken);
                clock.Advance(TimeSpan.FromDays(days));
                await council.DeliverAsync(cancellationToken);
                continue;
            }

            if (words == Story.Silence)
            {
                clock.Advance(Silence);
                var nudged = await council.Runner.NudgeAsync(conversation.Id, ConversationId.New(), story.Channel, cancellationToken);
                turns.Add(new PlayedTurn(words, nudged!.Ending, nudged.Replies, [], []));
                continue;
            }

            turns.Add(await SayAsync(council, story, conversation.Id, words, clock, cancellationToken));
        }

        await council.DeliverAsync(cancellationToken);
        var at = (await council.Store.FindAsync(conversation.Id, cancellationToken))!;
        return new PlayedStory(
            story,
            turns.ToImmutable(),
            at,
            [.. (await council.Cases.ReferralsAsync(100, cancellationToken)).Select(found => found.Referral)],
            await council.Cases.AlertsAsync(openOnly: false, cancellationToken))
        {
            Kept = at.Answers.ByQuestion.Keys.Where(id => surroundings.Content.FindQuestion(id) is not null)
                .ToImmutableDictionary(id => id, id => AnswerText.Of(surroundings.Content.FindQuestion(id)!, at.Answers[id]!.Value)),
        };
    }

    private static async Task<PlayedTurn> SayAsync(PlayedCouncil council, Story story, string id, string words, StoryClock clock, CancellationToken cancellationToken)
    {
        var before = await council.Store.FindAsync(id, cancellationToken);
        var result = await council.Runner.RunAsync(new IncomingMessage(id, ConversationId.New(), story.Channel, words, clock.GetUtcNow()), cancellationToken);
        var after = await council.Store.FindAsync(id, cancellationToken);
        return new PlayedTurn(words, result!.Ending, result.Replies, WhatWasRead.Between(before!, after!), [.. after!.Concerns.Skip(before!.Concerns.Length).Select(raised => $"{raised.Concern.Kind}: {raised.Concern.Words}")]);
    }

    // What is open now, and what the person would say to it.
    private static string? Answer(Story story, Conversation now) => (now.OpenQuestion ?? now.OpenOffer) is not { } asked ? null
        : story.WhenAsked.GetValueOrDefault(asked) ?? (asked.StartsWith("arrange:", StringComparison.Ordinal) ? story.WhenAsked.GetValueOrDefault("arrange") : null);

    // "(40 days)": so much time goes by, and what falls due meanwhile is done.
    private static int? Days(string words) =>
        words.StartsWith('(') && words.EndsWith(" days)", StringComparison.Ordinal) && int.TryParse(words[1..^6], out var days) ? days : null;
}

/// <summary>A story as it went.</summary>
internal sealed record PlayedStory(Story Story, ImmutableArray<PlayedTurn> Turns, Conversation Conversation, ImmutableArray<Referral> Referrals, ImmutableArray<RegisteredAlert> Alerts)
{
    /// <summary>Expectations that did not hold, a sentence each.</summary>
    public IEnumerable<string> Broken() => BrokenReplies().Concat(BrokenAnswers()).Concat(BrokenEver()).Concat(BrokenEstimate()).Concat(BrokenOutcomes()).Concat(BrokenSent())
        .Concat(Others("alerts", Story.Alerts, Alerts.Select(alert => alert.Alert.Kind)))
        .Concat(Others("referrals", Story.Referrals, Referrals.Select(referral => referral.Kind)))
        .Concat(Others("concerns", Story.Concerns, Conversation.Concerns.Select(raised => raised.Concern.Kind.Code())));

    /// <summary>What is kept, in words, by question.</summary>
    public ImmutableDictionary<string, string> Kept { get; init; } = ImmutableDictionary<string, string>.Empty;

    private IEnumerable<string> BrokenEver()
    {
        var said = string.Join('\n', Turns.SelectMany(turn => turn.Replies).Select(Replies.ReplyText.Of));
        return Story.Ever.Where(words => !said.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(words => $"Some reply should have “{words}”.");
    }

    private IEnumerable<string> BrokenEstimate()
    {
        var seen = new StoryEstimate(Conversation.Estimate?.Points ?? 0, Conversation.Estimate?.Weekly ?? 0, Conversation.Estimate?.FourWeekly ?? 0);
        return Story.Estimate is { } expected && expected != seen
            ? [FormattableString.Invariant($"The indicative budget should be {expected.Points} points, £{expected.Weekly} a week, £{expected.FourWeekly} for four weeks, and is {seen.Points}, £{seen.Weekly}, £{seen.FourWeekly}.")]
            : [];
    }

    private IEnumerable<string> BrokenOutcomes() =>
        from kind in Story.Outcomes
        let outcome = Referrals.LastOrDefault(referral => referral.Kind == kind.Key)?.Outcome
        from expected in kind.Value
        let seen = expected.Key switch
        {
            "tier" => outcome?.Tier.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "layer" => outcome?.Layer,
            "priority" => outcome?.Priority,
            "team" => outcome?.Team,
            _ => null,
        }
        where seen != expected.Value
        select $"The {expected.Key} of {kind.Key} should be {expected.Value}, and is {seen ?? "not there"}.";

    private IEnumerable<string> BrokenSent()
    {
        var sent = string.Join('\n', Referrals.Select(referral => System.Net.WebUtility.HtmlDecode(ReferralDocument.Html(referral))));
        return Story.Sent.Where(words => !sent.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(words => $"What is sent should have “{words}”.");
    }

    private IEnumerable<string> BrokenAnswers() => Story.Answers
        .Where(expected => !Kept.GetValueOrDefault(expected.Key, "").Contains(expected.Value, StringComparison.OrdinalIgnoreCase))
        .Select(expected => $"The answer to {expected.Key} should have “{expected.Value}”, and is “{Kept.GetValueOrDefault(expected.Key, "")}”.");

    private static IEnumerable<string> Others(string what, ImmutableArray<string>? expected, IEnumerable<string> seen)
    {
        var kinds = seen.Distinct().Order(StringComparer.Ordinal).ToList();
        return expected is { } wanted && !wanted.Order(StringComparer.Ordinal).SequenceEqual(kinds) ? [$"The {what} should be [{string.Join(", ", wanted)}], and are [{string.Join(", ", kinds)}]."] : [];
    }

    private IEnumerable<string> BrokenReplies() => Story.Replies.SelectMany(expected => Turns
        .Select((turn, index) => (Number: index + 1, Said: string.Join('\n', turn.Replies.Select(Replies.ReplyText.Of))))
        .Where(turn => expected.Turn == 0 ? expected.HasNot.Length > 0 : turn.Number == expected.Turn)
        .SelectMany(turn => Broken(expected, turn.Number, turn.Said)));

    private static IEnumerable<string> Broken(StoryExpectation expected, int number, string said)
    {
        if (expected.Has.Length > 0 && !said.Contains(expected.Has, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"The reply to turn {number} should have “{expected.Has}”.";
        }

        if (expected.HasNot.Length > 0 && said.Contains(expected.HasNot, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"The reply to turn {number} should not have “{expected.HasNot}”.";
        }
    }
}

/// <summary>One turn as it went.</summary>
/// <param name="Says">The resident.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Replies">The assistant.</param>
/// <param name="Read">Answers and facts that were new or changed.</param>
/// <param name="Concerns">Concerns raised.</param>
internal sealed record PlayedTurn(string Says, string Ending, ImmutableArray<Replies.Reply> Replies, ImmutableArray<string> Read, ImmutableArray<string> Concerns);
