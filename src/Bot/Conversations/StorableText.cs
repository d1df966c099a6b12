namespace TransformingLives.Bot.Conversations;

/// <summary>Words as both engines can keep them: PostgreSQL refuses the null character and halves of surrogate pairs.</summary>
internal static class StorableText
{
    public static string Of(string text) => IsFine(text) ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));

    private static bool IsFine(string text)
    {
        foreach (var letter in text)
        {
            if (letter == '\0' || char.IsSurrogate(letter))
            {
                return false;
            }
        }

        return true;
    }
}
