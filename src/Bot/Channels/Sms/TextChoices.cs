using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>"2" means the second choice of the last text, unless a number is what was asked for.</summary>
internal static class TextChoices
{
    /// <param name="asked">The question that is open; null when none is.</param>
    /// <returns>What the person chose, in words; their own text when it is no choice.</returns>
    public static string Words(string text, ImmutableArray<Reply> lastReplies, Question? asked)
    {
        var actions = lastReplies.IsEmpty ? [] : lastReplies[^1].Actions;
        if (actions.IsEmpty || asked is { Kind: not (AnswerKind.YesNo or AnswerKind.Choice or AnswerKind.Choices) })
        {
            return text;
        }

        var parts = text.Split([' ', ',', '.', ')', '+', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part is not "and").ToList();
        var chosen = parts.Select(part => Chosen(part, actions)).ToList();
        var isChoice = chosen.Count > 0 && chosen.TrueForAll(action => action is not null) && (chosen.Count == 1 || asked?.Kind == AnswerKind.Choices);
        return isChoice ? string.Join(", ", chosen.Select(action => action!.Value)) : text;
    }

    private static SuggestedAction? Chosen(string part, ImmutableArray<SuggestedAction> actions) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= actions.Length ? actions[number - 1] : null;
}
