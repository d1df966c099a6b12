using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>The levels that are scored: the answers of the form about needs, and of nothing else. What helpers do, who somebody is and what is wrong with them has no part in it.</summary>
public static class NeedLevels
{
    /// <summary>Area code to level, for the areas answered.</summary>
    public static ImmutableDictionary<string, int> Of(Form needs, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(answers);
        var levels = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var question in needs.Questions.Where(question => question.Area.Length > 0))
        {
            if (answers[question.Id]?.Value is ChoiceValue choice && question.Options.FirstOrDefault(option => option.Id == choice.Option)?.Level is { } level)
            {
                levels[question.Area] = level;
            }
        }

        return levels.ToImmutable();
    }
}
