using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Grounding;
using TransformingLives.Bot.LanguageModel.Prompts;

namespace TransformingLives.Bot.LanguageModel.Wording;

/// <summary>Reads lines of JSON as they come and keeps of each sentence only what its source says.</summary>
/// <param name="book">Openings and easier words.</param>
/// <param name="sources">All that may be said.</param>
/// <param name="ready">Ids of ready answers that may be chosen.</param>
internal sealed class WordAnswer(PromptBook book, ImmutableArray<SourceSentence> sources, IEnumerable<string>? ready = null)
{
    private const int LongestLine = 800;
    private const int MostLines = 12;
    private readonly ImmutableArray<WordedSentence>.Builder said = ImmutableArray.CreateBuilder<WordedSentence>();
    private readonly ImmutableArray<string> ready = [.. ready ?? []];
    private readonly List<string> replies = [];
    private readonly StringBuilder line = new();
    private string opening = "";
    private int dropped;
    private int lines;

    /// <summary>What is asked.</summary>
    /// <param name="question">The resident's words, masked.</param>
    public static ModelRequest Request(Prompt prompt, PromptBook book, string question, ImmutableArray<SourceSentence> sources) => new(prompt.Id, prompt.System, $"""
        <question>
        {Data(question)}
        </question>
        <openings>
        {string.Join('\n', book.Openings.Select(one => $"{one.Id}: {one.Text}"))}
        </openings>
        <easier>
        {string.Join('\n', book.Easier.Select(pair => $"{string.Join(' ', pair.From)}: {string.Join(' ', pair.To)}"))}
        </easier>
        <sentences>
        {string.Join('\n', sources.Select(source => $"{source.Number}: {Data(source.Text)}"))}
        </sentences>
        """);

    /// <summary>The answer in words, or nothing where too little is grounded.</summary>
    /// <param name="pieces">As they come.</param>
    /// <param name="told">Hears of each sentence that was found grounded, with all so far.</param>
    public async Task<Judged<string>> ReadAsync(IAsyncEnumerable<string> pieces, Action<string>? told = null)
    {
        await TakeAllAsync(pieces, told);
        var text = dropped > said.Count ? null : ComposeAnswer.Of(opening, said.ToImmutable(), sources);
        return new Judged<string>(text, text is null ? ModelVerdict.NotGrounded : ModelVerdict.Used, said.Count, dropped);
    }

    /// <summary>The sentences that are grounded, each by itself, for somebody who judges them.</summary>
    public async Task<Judged<ChosenSentences>> SentencesAsync(IAsyncEnumerable<string> pieces)
    {
        await TakeAllAsync(pieces, told: null);
        ImmutableArray<WordedSentence> each = [.. said.DistinctBy(sentence => sentence.Source.Number)];
        var chosen = new ChosenSentences(each, ComposeAnswer.Of("", each, sources), [.. replies.Distinct().Take(2)]);
        return new Judged<ChosenSentences>(chosen, each.IsEmpty && replies.Count == 0 ? ModelVerdict.NotGrounded : ModelVerdict.Used, each.Length + replies.Count, dropped);
    }

    private async Task TakeAllAsync(IAsyncEnumerable<string> pieces, Action<string>? told)
    {
        await foreach (var piece in pieces)
        {
            foreach (var sign in piece)
            {
                if (sign != '\n')
                {
                    line.Append(line.Length <= LongestLine ? sign : "");
                    continue;
                }

                Take();
                if (told is not null && ComposeAnswer.Of(opening, said.ToImmutable(), sources) is { } sofar)
                {
                    told(sofar);
                }
            }

            if (lines > MostLines)
            {
                break;
            }
        }

        Take();
    }

    private void Take()
    {
        var text = line.ToString().Trim();
        line.Clear();
        if (text.Length == 0)
        {
            return;
        }

        lines++;
        if (lines <= MostLines && !Understand(text))
        {
            dropped++;
        }
    }

    private bool Understand(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && (Opens(root) || Chooses(root) || Says(root));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Opens(JsonElement root)
    {
        if (!root.TryGetProperty("opening", out var chosen))
        {
            return false;
        }

        var found = chosen.ValueKind == JsonValueKind.String ? book.Openings.FirstOrDefault(one => one.Id == chosen.GetString()) : null;
        opening = said.Count == 0 && found is not null ? found.Text : opening;
        return found is not null || chosen.ValueKind is JsonValueKind.Null;
    }

    private bool Chooses(JsonElement root)
    {
        var found = root.TryGetProperty("reply", out var chosen) && chosen.ValueKind == JsonValueKind.String ? ready.FirstOrDefault(id => id == chosen.GetString()) : null;
        if (found is not null)
        {
            replies.Add(found);
        }

        return found is not null;
    }

    private bool Says(JsonElement root)
    {
        if (!root.TryGetProperty("from", out var from) || !root.TryGetProperty("text", out var words)
            || from.ValueKind != JsonValueKind.Number || !from.TryGetInt32(out var number) || words.ValueKind != JsonValueKind.String
            || sources.FirstOrDefault(one => one.Number == number) is not { } source || words.GetString()!.Trim() is not { } text || !Grounded.Is(text, source.Text, book.Easier))
        {
            return false;
        }

        said.Add(new WordedSentence(text, source));
        return true;
    }

    // What is data can't close the brackets that say so.
    private static string Data(string text) => text.Replace('<', '(').Replace('>', ')');
}

/// <summary>What was chosen and is grounded.</summary>
/// <param name="Said">The sentences.</param>
/// <param name="Text">The sentences as an answer; null where they make none.</param>
/// <param name="Replies">Ids of ready answers.</param>
internal sealed record ChosenSentences(ImmutableArray<WordedSentence> Said, string? Text, ImmutableArray<string> Replies);
