using System.Collections.Immutable;

namespace TransformingLives.Bot.Replies;

/// <summary>What the assistant says, by id: the words of <c>content/replies</c>.</summary>
public sealed record PhraseBook(ImmutableDictionary<string, Phrase> Phrases)
{
    /// <summary>There is such a phrase.</summary>
    public bool Has(string id) => Phrases.ContainsKey(id);

    /// <summary>Says a phrase. <paramref name="turn"/> picks the variant, so that the same words don't come twice running.</summary>
    /// <exception cref="KeyNotFoundException">There is no such phrase; <c>check</c> finds this before residents do.</exception>
    public Reply Say(string id, IReadOnlyDictionary<string, string> values, int turn)
    {
        var phrase = Phrases.TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"There is no phrase '{id}' in content/replies.");
        return new Reply
        {
            Text = Fill(phrase.Say[turn % phrase.Say.Length], values),
            Short = Fill(phrase.Short, values),
            Spoken = Fill(phrase.Spoken, values),
            Actions = phrase.Actions,
            Phrase = id,
        };
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(text, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}

/// <summary>One phrase.</summary>
/// <param name="Say">Its variants, one at least.</param>
/// <param name="Short">For a text message; empty: the first variant.</param>
/// <param name="Spoken">To be spoken; empty: the first variant.</param>
/// <param name="Actions">Buttons under it.</param>
public sealed record Phrase(ImmutableArray<string> Say, string Short, string Spoken, ImmutableArray<SuggestedAction> Actions);
