using System.Collections.Immutable;
using TransformingLives.Bot.LanguageModel.Grounding;

namespace TransformingLives.Bot.LanguageModel.Prompts;

/// <summary>What a language model is asked to do, a file of <c>content/prompts</c>.</summary>
/// <param name="Id">Name of the file: <c>wording</c>, <c>reading</c>, <c>summary</c> or <c>suggestions</c>.</param>
/// <param name="Version">Rises with each change; kept with every call.</param>
/// <param name="System">The instructions.</param>
public sealed record Prompt(string Id, int Version, string System)
{
    /// <summary>"wording-1": in the record of calls.</summary>
    public string Name => $"{Id}-{Version}";
}

/// <summary>A sentence of the council's that an answer may begin with.</summary>
/// <param name="Id">By which a model chooses it.</param>
/// <param name="Text">The sentence.</param>
public sealed record Opening(string Id, string Text);

/// <summary>All of <c>content/prompts</c>.</summary>
public sealed record PromptBook
{
    /// <summary>No prompts: nothing can be asked.</summary>
    public static PromptBook None { get; } = new();

    /// <summary>The prompts by id.</summary>
    public ImmutableDictionary<string, Prompt> Prompts { get; init; } = ImmutableDictionary<string, Prompt>.Empty;

    /// <summary>How an answer may begin.</summary>
    public ImmutableArray<Opening> Openings { get; init; } = [];

    /// <summary>Ordinary words that may leave the machine.</summary>
    public ImmutableArray<string> Ordinary { get; init; } = [];

    /// <summary>Harder words and the easier ones that may stand for them.</summary>
    internal ImmutableArray<EasierWord> Easier { get; init; } = [];
}
