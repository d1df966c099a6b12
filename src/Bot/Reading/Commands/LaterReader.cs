using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>"Can we look at that tomorrow?": the one who writes puts off what they asked. What somebody else does tomorrow is another matter.</summary>
internal static class LaterReader
{
    private const int ShortSentence = 16;

    private static readonly ImmutableArray<string> Whens = ["tomorrow", "another day", "another time", "some other time", "some other day", "next week", "in the morning", "later in the week", "later this week", "a different day"];

    private static readonly ImmutableArray<string> Who = ["can i", "can we", "could i", "could we", "may i", "ill", "i will", "well", "we will", "let me", "lets", "let us", "shall we", "shall i", "id rather", "i would rather", "i want to", "i might"];

    private static readonly ImmutableArray<string> Putting = ["go back to", "come back to", "get back to", "ask about", "asking about", "ask you about", "ask you", "talk about", "look at", "leave the", "leave that", "leave it", "do the", "do that", "do this", "pick this up", "pick it up", "pick that up", "carry on with", "sort the", "sort that", "think about", "finish the"];

    /// <summary>The sentence keeps a question or a task for another day.</summary>
    public static bool Is(MessagePart sentence) =>
        sentence.Count <= ShortSentence && sentence.Has(Whens.AsSpan()) && sentence.Has(Who.AsSpan()) && sentence.Has(Putting.AsSpan());
}
