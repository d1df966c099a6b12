using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Answers;

namespace TransformingLives.Bot.Reading.Parts;

/// <summary>The parts of a message that ask something. Most people leave the question mark out.</summary>
internal static class QuestionParts
{
    private static readonly ImmutableArray<string> Telling = ["tell me about", "tell me what", "tell me how", "tell me more", "explain", "can you explain", "i want to know", "i need to know", "id like to know", "i would like to know", "i wanted to ask", "i was wondering", "wondering if", "wondering about", "i wonder if", "any idea", "do you know", "could you tell me", "what about", "how about", "and what about", "ask about"];

    /// <summary>In the middle of a line: what stands behind is a question of its own.</summary>
    private static readonly ImmutableArray<string> Inside = ["how would i", "how would we", "how do i", "how do we", "how can i", "how can we", "what would happen", "what happens", "what would become", "can i get", "can i have", "can we get", "can we have", "can he", "can she", "can you", "could you", "could i", "where do i", "where can i", "who do i", "who can", "do i pay", "do we pay", "do i have to", "do we have to", "is there any", "is there a", "is there somebody", "is there someone", "are there any", "is it too late", "how long", "how much", "what time", "what is this", "whats this", "will he", "will she", "will i", "would he", "would she", "would i", "should i", "what do i"];

    private static readonly ImmutableArray<string> NotBefore = ["know", "tell", "told", "ask", "asked", "asking", "wonder", "wondering", "understand", "see", "learn", "show", "shown", "idea", "about", "sure", "remember", "of", "that", "if", "matter", "explain", "said", "think", "so", "than", "and", "as", "depends", "forgot", "forget"];

    /// <summary>The questions of a message, in order, as they were written.</summary>
    public static ImmutableArray<MessagePart> In(MessageParts message)
    {
        var found = ImmutableArray.CreateBuilder<MessagePart>();
        foreach (var sentence in message.Sentences)
        {
            if (OfSentence(sentence) is { } question)
            {
                found.Add(question);
            }
        }

        return found.ToImmutable();
    }

    private static MessagePart? OfSentence(MessagePart sentence)
    {
        if (IsEcho(sentence))
        {
            return null;
        }

        if (sentence.IsAsked && sentence.Count >= 2 || Asides.AsksBack(sentence.Line) || StartsTelling(sentence))
        {
            return sentence;
        }

        return InsideOf(sentence);
    }

    // "Me? I'm surviving": a word thrown back is no question; "why?" is.
    private static bool IsEcho(MessagePart sentence) =>
        sentence.Count == 1 && sentence.IsAsked && !sentence.Has("why", "how", "when", "where", "who", "what", "cost", "price");

    private static bool StartsTelling(MessagePart sentence)
    {
        foreach (var lead in Telling)
        {
            var at = sentence.Line.IndexOf($" {lead} ", StringComparison.Ordinal);
            if (at >= 0 && at <= 12)
            {
                return true;
            }
        }

        return false;
    }

    private static MessagePart? InsideOf(MessagePart sentence)
    {
        foreach (var phrase in Inside)
        {
            var at = sentence.Line.IndexOf($" {phrase} ", StringComparison.Ordinal);
            var before = at > 0 ? sentence.Line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (before.Length > 0 && !NotBefore.Contains(before[^1]))
            {
                var text = string.Join(' ', sentence.Written.Skip(before.Length));
                return new MessagePart(text, Words.Line(text), IsAsked: true);
            }
        }

        return null;
    }
}
