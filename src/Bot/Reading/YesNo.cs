namespace TransformingLives.Bot.Reading;

/// <summary>Yes or no, where it is plain.</summary>
internal static class YesNo
{
    private static readonly string[] Yes = ["yes", "yeah", "yep", "yh", "yup", "aye", "ok", "okay", "sure", "please do", "yes please", "of course", "correct", "thats right", "go on then", "i do", "she does", "he does", "definitely"];
    private static readonly string[] No = ["no", "nope", "nah", "no thanks", "no thank you", "not now", "not really", "not today", "i dont", "she doesnt", "he doesnt", "never"];

    /// <summary>True, false, or null when it is neither, or both.</summary>
    public static bool? Read(string line)
    {
        var trimmed = line.Trim();
        var yes = Yes.Any(word => trimmed == word || trimmed.StartsWith(word + " ", StringComparison.Ordinal));
        var no = No.Any(word => trimmed == word || trimmed.StartsWith(word + " ", StringComparison.Ordinal));
        if (yes == no || Words.HasAny(line, "yes and no", "not sure", "dont know", "sort of", "maybe", "sometimes") || (yes && Words.HasAny(line, "no", "not")))
        {
            return null;
        }

        return yes;
    }
}
