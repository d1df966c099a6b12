namespace TransformingLives.CaseBridge.Storage;

/// <summary>Words as both engines can keep them: PostgreSQL refuses the null character and halves of surrogate pairs.</summary>
public static class StorableText
{
    /// <summary>The words with what can't be kept replaced by U+FFFD.</summary>
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
