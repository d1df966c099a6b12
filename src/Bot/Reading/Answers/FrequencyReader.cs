using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>How often: "twice a week", "every other day", "mon wed and fri", "twice daily weekdays and once saturdays". Vague words ("now and then") are no answer.</summary>
internal static class FrequencyReader
{
    private static readonly ImmutableArray<string> Fillers =
    [
        "about", "around", "roughly", "i", "its", "it", "is", "hes", "shes", "they", "she", "he", "we", "come", "comes", "go", "goes", "have", "has", "see", "sees", "the", "in", "on", "at", "of", "for", "a", "well", "just", "only", "er", "erm", "um", "usually", "normally", "say", "id", "think", "times", "time", "day", "single", "each", "with", "to", "my", "her", "him", "me",
    ];

    private static readonly ImmutableArray<string> Blockers =
    [
        "sometimes", "occasionally", "often", "regularly", "rarely", "seldom", "hardly", "whenever", "when", "depends", "varies", "if", "unless", "most", "some", "few", "several", "constantly", "always", "blue", "odd", "ages", "now", "then", "again", "until", "or", "not", "dont", "used", "was", "were", "before", "more", "less", "least", "up", "over", "under", "nearly", "almost", "between", "between", "once in a while", "maybe", "perhaps", "might", "too", "enough", "possible", "lots", "loads", "couldnt", "wish", "supposed", "should", "meant", "stopped", "hit", "last", "next", "ago", "start", "starting",
    ];

    /// <summary>The rate; null when it isn't plain.</summary>
    public static FrequencyValue? Read(string text, string question)
    {
        var corrected = Corrections.Of(text);
        var found = ReadOne(corrected.After, question);
        return found is null && !corrected.IsCorrected && corrected.After != text ? ReadOne(text, question) : found;
    }

    private static FrequencyValue? ReadOne(string text, string question)
    {
        var words = Said.Words(text);
        var line = Said.Line(words);
        if (words.IsEmpty || Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line))
        {
            return null;
        }

        if (IsNever(line))
        {
            return new FrequencyValue(0, 1, "week");
        }

        line = Words.HasAny(line, "couple of weeks", "couple of days", "couple of months") ? line.Replace(" couple of ", " 2 ", StringComparison.Ordinal).Replace(" a 2 ", " 2 ", StringComparison.Ordinal) : line;
        words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (words.Any(word => Blockers.Contains(word)) || text.Contains('-', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var parts = FrequencyParts.Of(NumberWords.Of(words), question);
        return parts is null ? null : Added(parts.Value);
    }

    private static bool IsNever(string line)
    {
        var trimmed = line.Trim();
        return trimmed is "never" or "not at all" or "no" or "none" or "i dont" or "she doesnt" or "he doesnt" or "they dont" or "we dont" or "zero" or "i never do" or "he never does" or "she never does" or "not ever" or "never ever" or "nobody does" or "nobody" or "no one" or "no one does" or "it doesnt" or "dont"
            || (line.StartsWith(" never ", StringComparison.Ordinal) || Words.HasAny(line, "i never", "she never", "he never", "they never", "we never", "not any more", "not anymore")) && !Words.HasAny(line, "enough", "know", "same", "on", "before", "used", "until", "but", "except", "more than", "less than", "if", "unless", "sure")
            || line.StartsWith(" i dont drink ", StringComparison.Ordinal);
    }

    private static FrequencyValue? Added(ImmutableArray<FrequencyPart> parts)
    {
        if (parts.Length == 1)
        {
            return parts[0].Value;
        }

        var weekly = parts.Select(part => part.Weekly).ToList();
        if (weekly.All(rate => Math.Abs(rate - weekly[0]) < 0.001m))
        {
            return parts.OrderByDescending(part => part.HasCount).First().Value;
        }

        if (!parts.All(part => part.HasCount && part.Value.Every == 1 && part.Value.Unit is "day" or "week") || !parts.Skip(1).All(part => part.IsJoined))
        {
            return null;
        }

        return parts.All(part => part.Value.Unit == "day")
            ? new FrequencyValue(parts.Sum(part => part.Value.Times), 1, "day")
            : new FrequencyValue(weekly.Sum(), 1, "week");
    }

    /// <summary>Words that say nothing of how often.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);
}
