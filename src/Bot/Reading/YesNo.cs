using TransformingLives.Bot.Reading.Answers;

namespace TransformingLives.Bot.Reading;

/// <summary>Yes or no, where it is plain and no question of a form is open.</summary>
internal static class YesNo
{
    /// <summary>True, false, or null when it is neither, or both.</summary>
    public static bool? Read(string line) =>
        Words.HasAny(line, "sort of", "maybe", "sometimes", "yes and no") ? null : YesNoReader.Plain(line);
}
