using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.TurnedOff;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Grounding;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.ReadingAgain;
using TransformingLives.Bot.LanguageModel.Wording;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Suggesting;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Steps;

namespace TransformingLives.Bot.LanguageModel;

/// <summary>The model's help with one message, until the deadline.</summary>
internal sealed class ModelTurn(ModelGate gate, MaskWords masks, WordingCache cache, WordingDrafts drafts, TimeSpan patience) : IDisposable
{
    private static readonly ImmutableArray<string> Screens = ["web", "directline"];
    private const int FewestWords = 4;
    private const int LongestRead = 2000;
    private readonly CancellationTokenSource deadline = new(patience);

    /// <summary>What the model sees in a message that our own readers may have missed; null when it is not asked or says nothing in time.</summary>
    public async Task<SuggestedReading?> ReadAsync(Turn screened, Surroundings around, CancellationToken cancellationToken)
    {
        if (!MayHelp(screened, around) || screened.Message.Channel == "voice" || PressedButton.Of(screened, around) is not null || !IsWorthReading(screened, around) || !around.Prompts.Prompts.TryGetValue("reading", out var prompt))
        {
            return null;
        }

        var questions = ReadAgain.Questions(screened.Conversation, around);
        var mask = masks.For(screened.Conversation, around);
        var request = ReadAgain.Request(prompt, mask.Of(screened.Message.Text), questions);
        return await gate.AskAsync(prompt.Name, request, new ReadAgain(mask).ReadAsync, deadline.Token, cancellationToken);
    }

    /// <summary>The turn with its answers worded, where that was grounded and in time. Nothing else of it changes.</summary>
    /// <param name="before">The conversation before the turn: what was said then and is said again stays as it was.</param>
    public async Task<Turn> WordAsync(Turn turn, Conversation before, Surroundings around, CancellationToken cancellationToken)
    {
        if (!MayHelp(turn, around) || turn.Conversation.EasyRead || !Screens.Contains(turn.Message.Channel) || !around.Prompts.Prompts.TryGetValue("wording", out var prompt))
        {
            return turn;
        }

        var mask = masks.For(turn.Conversation, around);
        var question = mask.Of(turn.Message.Text);
        var stream = turn.Message.Channel == "directline" ? drafts.Begin(turn.Message) : null;
        foreach (var plain in turn.Replies.Where(reply => IsAnswer(reply) && !before.LastReplies.Contains(reply)).ToList())
        {
            var sources = SourceSentences.Of(plain);
            var request = WordAnswer.Request(prompt, around.Prompts, question, sources);
            var key = mask.HasTaken ? null : $"{prompt.Name}\n{request.User}";
            var text = cache.Find(key) ?? await gate.AskAsync(prompt.Name, request, pieces => new WordAnswer(around.Prompts, sources).ReadAsync(pieces, stream is null ? null : stream.Tell), deadline.Token, cancellationToken);
            cache.Keep(key, text);
            turn = Say(turn, plain, text ?? plain.Text, stream?.Id);
            stream = null;
        }

        return turn;
    }

    /// <inheritdoc/>
    public void Dispose() => deadline.Dispose();

    // Never on a message with a concern, nor while one is open; and nobody speaks over an officer.
    private static bool MayHelp(Turn turn, Surroundings around) =>
        !WhileOff.Is(turn, around) && turn.Concerns.IsEmpty && turn.Conversation.Floor == Floor.Bot && !turn.Conversation.IsInCrisis && turn.Conversation.OpenConcerns().Count == 0;

    // A plain answer, a command or a few words that ask are read as well as can be.
    private static bool IsWorthReading(Turn screened, Surroundings around)
    {
        var reading = ReadMessage.For(screened.Message.Text, ReadStep.Context(screened, around));
        return reading.Answer is not AnswerReading.Value && screened.Message.Text.Length <= LongestRead && Words.All(reading.Statement).Length >= FewestWords;
    }

    private static bool IsAnswer(Reply reply) =>
        reply is { Style: ReplyStyle.Plain, Text.Length: > 0, Sources.Length: > 0 } && reply.Phrase.StartsWith("answer.", StringComparison.Ordinal);

    // "Say that again" says what was said.
    private static Turn Say(Turn turn, Reply plain, string text, string? stream)
    {
        var worded = plain with { Text = text, Stream = stream };
        return turn with
        {
            Replies = turn.Replies.Replace(plain, worded),
            Conversation = turn.Conversation with { LastReplies = turn.Conversation.LastReplies.Replace(plain, worded) },
        };
    }
}
