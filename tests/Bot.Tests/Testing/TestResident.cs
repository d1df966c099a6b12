using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Testing;

/// <summary>Somebody who answers what is asked, in whatever order it comes; what they have no answer to ends the talk.</summary>
/// <param name="answers">What they say, by the id of a question or an offer ("arrange" for any offer to arrange something).</param>
internal sealed class TestResident(ImmutableDictionary<string, string> answers)
{
    private readonly ImmutableDictionary<string, string> answers = answers;

    private const int MostTurns = 60;

    public TestResident(params (string Asked, string Says)[] answers)
        : this(answers.ToImmutableDictionary(pair => pair.Asked, pair => pair.Says))
    {
    }

    /// <summary>The same person, who answers some things otherwise.</summary>
    public TestResident But(params (string Asked, string Says)[] others) => new(answers.SetItems(others.Select(pair => KeyValuePair.Create(pair.Asked, pair.Says))));

    /// <summary>The same person, who has answers to more.</summary>
    public TestResident And(TestResident more) => new(answers.SetItems(more.answers));

    /// <summary>Begins to talk, and answers until nothing is asked that they have an answer to.</summary>
    public async Task<Talked> TalkAsync(TestCouncil council, params string[] opening)
    {
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
        return await GoOnAsync(council, conversation.Id, opening);
    }

    /// <summary>Goes on with a conversation.</summary>
    public async Task<Talked> GoOnAsync(TestCouncil council, string conversation, params string[] says)
    {
        var turns = ImmutableArray.CreateBuilder<TurnResult>();
        foreach (var words in says)
        {
            turns.Add(await council.SayAsync(conversation, words));
        }

        while (turns.Count < MostTurns)
        {
            var now = (await council.Store.FindAsync(conversation, CancellationToken.None))!;
            if (AnswerTo(now) is not { } words)
            {
                return new Talked(now, turns.ToImmutable());
            }

            turns.Add(await council.SayAsync(conversation, words));
        }

        throw new Xunit.Sdk.XunitException($"The conversation goes round: {string.Join(" / ", turns.TakeLast(4).SelectMany(turn => turn.Replies).Select(reply => reply.Text))}");
    }

    /// <summary>What they say to what is open; null when they have no answer to it.</summary>
    public string? AnswerTo(Conversation now)
    {
        var asked = now.OpenQuestion ?? now.OpenOffer;
        return asked is null ? null
            : answers.GetValueOrDefault(asked)
            ?? (asked.StartsWith("arrange:", StringComparison.Ordinal) ? answers.GetValueOrDefault("arrange") : null);
    }
}

/// <summary>What was said.</summary>
/// <param name="Now">How the conversation stands.</param>
/// <param name="Turns">The turns, oldest first.</param>
internal sealed record Talked(Conversation Now, ImmutableArray<TurnResult> Turns)
{
    /// <summary>All that was replied.</summary>
    public IEnumerable<Reply> Replies => Turns.SelectMany(turn => turn.Replies);

    /// <summary>The last answer.</summary>
    public TurnResult Last => Turns[^1];

    /// <summary>The ids of the questions asked, in order.</summary>
    public IEnumerable<string> Asked => Replies.Select(reply => reply.Asks).OfType<string>();
}
