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

    public static async Task<PlayedStory> RunAsync(Story story, Surroundings surroundings, CancellationToken cancellationToken, Action<IServiceCollection>? with = null)
    {
        var clock = new StoryClock();
        await using var council = await PlayedCouncil.OpenAsync(surroundings, clock, cancellationToken, with);
        var conversation = await council.Runner.StartAsync(story.Channel, cancellationToken);
        var turns = ImmutableArray.CreateBuilder<PlayedTurn>();
        foreach (var says in story.Says)
        {
            clock.Advance(BetweenMessages);
            if (says == Story.Silence)
            {
                clock.Advance(Silence);
                var nudged = await council.Runner.NudgeAsync(conversation.Id, ConversationId.New(), story.Channel, cancellationToken);
                turns.Add(new PlayedTurn(says, nudged!.Ending, nudged.Replies, [], []));
                continue;
            }

            var before = await council.Store.FindAsync(conversation.Id, cancellationToken);
            var result = await council.Runner.RunAsync(new IncomingMessage(conversation.Id, ConversationId.New(), story.Channel, says, clock.GetUtcNow()), cancellationToken);
            var after = await council.Store.FindAsync(conversation.Id, cancellationToken);
            turns.Add(new PlayedTurn(says, result!.Ending, result.Replies, WhatWasRead.Between(before!, after!), [.. after!.Concerns.Skip(before!.Concerns.Length).Select(raised => $"{raised.Concern.Kind}: {raised.Concern.Words}")]));
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
}

/// <summary>A story as it went.</summary>
internal sealed record PlayedStory(Story Story, ImmutableArray<PlayedTurn> Turns, Conversation Conversation, ImmutableArray<Referral> Referrals, ImmutableArray<RegisteredAlert> Alerts)
{
    /// <summary>Expectations that did not hold, a sentence each.</summary>
    public IEnumerable<string> Broken() => BrokenReplies().Concat(BrokenAnswers())
        .Concat(Others("referrals", Story.Referrals, Referrals.Select(referral => referral.Kind)))
        .Concat(Others("concerns", Story.Concerns, Conversation.Concerns.Select(raised => raised.Concern.Kind.Code())));

    /// <summary>What is kept, in words, by question.</summary>
    public ImmutableDictionary<string, string> Kept { get; init; } = ImmutableDictionary<string, string>.Empty;

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
