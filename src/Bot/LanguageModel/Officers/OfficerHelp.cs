using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Grounding;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Prompts;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.LanguageModel.Wording;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.LanguageModel.Officers;

/// <summary>A summary for the officer who takes over, in the resident's own sentences, and replies to edit. Nothing is sent by itself.</summary>
internal sealed class OfficerHelp(LanguageModelOptions options, ModelGate gate, MaskWords masks, ModelRecords records)
{
    private const int MostSentences = 60;

    /// <summary>It can be asked for.</summary>
    public bool IsOn => gate.IsOn;

    /// <summary>What the model chose, as far as it is grounded in the log and in what was found.</summary>
    public async Task<OfficerNotes> ForAsync(Conversation conversation, ImmutableArray<LogEntry> log, Surroundings around, CancellationToken cancellationToken)
    {
        records.RefreshSoon();
        using var deadline = new CancellationTokenSource(options.OfficerDeadline);
        var told = log.Where(entry => entry.Who == Speaker.Resident && entry.Text.Length > 0).ToImmutableArray();
        var calm = told.Where(entry => SafetyNet.ScreenSafely(entry.Text, around.SafetyRules, ScreeningMoment.ConcernOpen).IsEmpty && !conversation.Concerns.Any(raised => entry.Text.Contains(raised.Concern.Words, StringComparison.OrdinalIgnoreCase))).ToImmutableArray();
        var summary = SummaryAsync(conversation, calm, around, deadline.Token, cancellationToken);
        var replies = RepliesAsync(conversation, calm.LastOrDefault() is { } last && last == told[^1] ? last.Text : "", around, deadline.Token, cancellationToken);
        return new OfficerNotes(await summary ?? [], await replies ?? [], told.Length - calm.Length);
    }

    private async Task<ImmutableArray<SaidSentence>?> SummaryAsync(Conversation conversation, ImmutableArray<LogEntry> told, Surroundings around, CancellationToken deadline, CancellationToken cancellationToken)
    {
        if (told.IsEmpty || !around.Prompts.Prompts.TryGetValue("summary", out var prompt))
        {
            return null;
        }

        var mask = masks.For(conversation, around);
        var sentences = told.SelectMany(entry => SourceSentences.Cut(entry.Text).Select(text => (Entry: entry, Text: Ended(mask.Of(text))))).TakeLast(MostSentences).ToImmutableArray();
        ImmutableArray<SourceSentence> sources = [.. sentences.Select((sentence, index) => new SourceSentence(index + 1, sentence.Text, index, IsPlain: false))];
        var lines = await gate.AskAsync(prompt.Name, WordAnswer.Request(prompt, PromptBook.None, "", sources), pieces => new WordAnswer(PromptBook.None, sources).SentencesAsync(pieces), deadline, cancellationToken);
        return lines is null ? null : [.. lines.Said.Select(line => new SaidSentence(mask.Back(line.Text), sentences[line.Source.Number - 1].Entry.At, sentences[line.Source.Number - 1].Entry.Sequence))];
    }

    private async Task<ImmutableArray<string>?> RepliesAsync(Conversation conversation, string last, Surroundings around, CancellationToken deadline, CancellationToken cancellationToken)
    {
        if (last.Length == 0 || !around.Prompts.Prompts.TryGetValue("suggestions", out var prompt))
        {
            return null;
        }

        var found = FoundAnswer.For(last, conversation, around);
        var sources = found is { Passage: not null, IsOutOfScope: false } ? SourceSentences.Of(AnswerReply.For(found, last)) : [];
        var ready = around.Content.Desk.Replies;
        var asked = WordAnswer.Request(prompt, PromptBook.None, masks.For(conversation, around).Of(last), sources);
        var request = asked with { User = $"{asked.User}\n<ready>\n{string.Join('\n', ready.Select(reply => $"{reply.Id}: {reply.Title}"))}\n</ready>" };
        var read = await gate.AskAsync(prompt.Name, request, pieces => new WordAnswer(around.Prompts, sources, ready.Select(reply => reply.Id)).SentencesAsync(pieces), deadline, cancellationToken);
        return read is null ? null :
        [
            .. read.Text is { } text ? [text] : Array.Empty<string>(),
            .. read.Replies.Select(id => ready.First(reply => reply.Id == id)).Select(reply => ReadyText.Of(reply, around.Content.Council, conversation.Handover?.Officer ?? new Officer("", ""), around.IsOpen)),
        ];
    }

    private static string Ended(string text) => text[^1] is '.' or '!' or '?' ? text : $"{text}.";
}

/// <summary>What the model made for an officer.</summary>
/// <param name="Summary">Sentences of the resident's, the most important first.</param>
/// <param name="Replies">Replies to edit and send.</param>
/// <param name="LeftOut">Messages with a worry, which the model is never given.</param>
internal sealed record OfficerNotes(ImmutableArray<SaidSentence> Summary, ImmutableArray<string> Replies, int LeftOut);

/// <summary>A sentence of the resident's, perhaps shortened, and where it stands in the log.</summary>
internal sealed record SaidSentence(string Text, DateTimeOffset At, long Sequence);
