using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>What a resident can always say, alone or inside a longer message.</summary>
internal static class CommandReader
{
    private const int ShortSentence = 12;
    private const int ShortAnswer = 4;

    private static readonly ImmutableArray<string> Texting = ["text me", "text it", "send me a text", "send a text", "send it to me", "by text"];

    private static readonly ImmutableArray<string> Leads = ["oh", "sorry", "right", "ok", "okay", "please", "well", "um", "erm", "er", "so", "and", "but", "no", "yes", "actually", "hmm", "i see", "ah", "eh", "just", "anyway", "look", "now", "hi", "hello"];

    private static readonly ImmutableArray<string> Tails = ["please", "thanks", "thank you", "ta", "then", "love", "duck", "mate", "now", "sorry", "a minute", "a sec"];

    /// <summary>The commands of a message in order, each with the sentence it stands in.</summary>
    public static ImmutableArray<(Intent Intent, MessagePart Sentence)> In(MessageParts message)
    {
        var found = ImmutableArray.CreateBuilder<(Intent, MessagePart)>();
        foreach (var sentence in message.Sentences)
        {
            if (Of(sentence) is { } intent)
            {
                found.Add((intent, sentence));
            }
        }

        // "I have to go. Text me": both in one message, in whatever order.
        return found.Any(command => command.Item1 == Intent.Stop) && message.Has(Texting.AsSpan())
            ? [.. found.Select(command => command.Item1 == Intent.Stop ? (Intent.StopAndText, command.Item2) : command)]
            : found.ToImmutable();
    }

    /// <summary>The command of one sentence; null when it is none.</summary>
    public static Intent? Of(MessagePart sentence)
    {
        // "No thanks" turns something down.
        if (sentence.Count <= ShortAnswer && sentence.Begins("no thank", "no thanks", "no ta", "no cheers", "nah thanks", "yes thank", "yes thanks", "yeah thanks"))
        {
            return null;
        }

        if (LaterReader.Is(sentence))
        {
            return Intent.AnotherDay;
        }

        if (sentence.Begins("change") && sentence.Count <= ShortSentence)
        {
            return Intent.Change;
        }

        var bare = Bare(sentence.Line);
        return CommandWords.Table.FirstOrDefault(words => words.Exact.Contains(bare))?.Intent
            ?? CommandWords.Table.FirstOrDefault(words => Words.HasAny(sentence.Line, words.Anywhere.AsSpan()) || sentence.Count <= ShortSentence && Words.HasAny(sentence.Line, words.Short.AsSpan()))?.Intent
            ?? (NamedPerson.IsAskedFor(sentence) ? Intent.Person : null);
    }

    private static string Bare(string line)
    {
        var bare = line.Trim();
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var lead in Leads.Where(lead => bare.StartsWith(lead + " ", StringComparison.Ordinal)))
            {
                bare = bare[(lead.Length + 1)..];
                cut = true;
                break;
            }
        }

        // "Back now" is no "back".
        var isWhole = CommandWords.Table.Any(words => words.Exact.Contains(bare));
        return !isWhole && Tails.FirstOrDefault(tail => bare.EndsWith(" " + tail, StringComparison.Ordinal)) is { } last ? bare[..^(last.Length + 1)] : bare;
    }
}
