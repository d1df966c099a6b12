using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Grounding;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Wording;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.LanguageModel;

/// <summary>The model's help with one message, until the deadline.</summary>
internal sealed class ModelTurn(ModelGate gate, MaskWords masks, WordingCache cache, TimeSpan patience) : IDisposable
{
    private static readonly ImmutableArray<string> Screens = ["web", "directline"];
    private readonly CancellationTokenSource deadline = new(patience);

    /// <summary>The turn with its answers worded, where that was grounded and in time. Nothing else of it changes.</summary>
    /// <param name="before">The conversation before the turn: what was said then and is said again stays as it was.</param>
    public async Task<Turn> WordAsync(Turn turn, Conversation before, Surroundings around, CancellationToken cancellationToken)
    {
        if (!MayHelp(turn) || turn.Conversation.EasyRead || !Screens.Contains(turn.Message.Channel) || !around.Prompts.Prompts.TryGetValue("wording", out var prompt))
        {
            return turn;
        }

        var mask = masks.For(turn.Conversation, around);
        var question = mask.Of(turn.Message.Text);
        foreach (var plain in turn.Replies.Where(reply => IsAnswer(reply) && !before.LastReplies.Contains(reply)).ToList())
        {
            var sources = SourceSentences.Of(plain);
            var request = WordAnswer.Request(prompt, around.Prompts, question, sources);
            var key = mask.HasTaken ? null : $"{prompt.Name}\n{request.User}";
            var text = cache.Find(key) ?? await gate.AskAsync(prompt.Name, request, pieces => new WordAnswer(around.Prompts, sources).ReadAsync(pieces), deadline.Token, cancellationToken);
            cache.Keep(key, text);
            turn = text is null ? turn : Say(turn, plain, text);
        }

        return turn;
    }

    /// <inheritdoc/>
    public void Dispose() => deadline.Dispose();

    // Never on a message with a concern, nor while one is open; and nobody speaks over an officer.
    private static bool MayHelp(Turn turn) =>
        turn.Concerns.IsEmpty && turn.Conversation.Floor == Floor.Bot && !turn.Conversation.IsInCrisis && turn.Conversation.OpenConcerns().Count == 0;

    private static bool IsAnswer(Reply reply) =>
        reply is { Style: ReplyStyle.Plain, Text.Length: > 0, Sources.Length: > 0 } && reply.Phrase.StartsWith("answer.", StringComparison.Ordinal);

    // "Say that again" says what was said.
    private static Turn Say(Turn turn, Reply plain, string text)
    {
        var worded = plain with { Text = text };
        return turn with
        {
            Replies = turn.Replies.Replace(plain, worded),
            Conversation = turn.Conversation with { LastReplies = turn.Conversation.LastReplies.Replace(plain, worded) },
        };
    }
}
