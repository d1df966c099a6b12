using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>An answer in the person's own words, and an address: kept as said, unless it is no answer at all.</summary>
internal static class FreeTextReader
{
    /// <summary>The words; null when they aren't an answer.</summary>
    public static TextValue? Read(string text, string question)
    {
        var line = Words.Line(text);
        var trimmed = line.Trim();
        var isQuestion = text.TrimEnd().EndsWith('?') && !text.Contains('.', StringComparison.Ordinal) || Asides.AsksBack(line);
        if (!text.Any(char.IsLetter) || isQuestion || IsGibberish(trimmed) || Asides.IsLost(line) || IsShortAside(line, trimmed))
        {
            return null;
        }

        var isOpen = Words.HasAny(question, "is there anything", "anything", "do you", "have you", "are there", "is there", "who");
        return trimmed is "yes" or "yeah" or "ok" or "okay" or "y" or "n" or "hi" or "hello" or "thanks" or "help" or "what" or "eh" or "test" || trimmed is "no" or "nope" or "nah" && !isOpen ? null : new TextValue(text);
    }

    /// <summary>An address has a number, a house or a street in it.</summary>
    public static TextValue? ReadAddress(string text, string question)
    {
        var line = Words.Line(text);
        var hasStreet = Words.HasAny(line, "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "close", "court", "house", "cottage", "farm", "drive", "way", "place", "terrace", "gardens", "crescent", "flat", "row", "hill", "square", "park", "walk", "grove", "mews", "lodge", "green", "view", "caravan", "mooring");
        return (hasStreet || text.Any(char.IsAsciiDigit)) && text.Count(char.IsLetter) >= 3 && !Asides.DoesNotKnow(line) && !Asides.Refuses(line) ? Read(text, question) : null;
    }

    // "I don't know" is no answer; "I don't know how I would manage without my wife" is one.
    private static bool IsShortAside(string line, string trimmed) =>
        (Asides.Refuses(line) || Asides.DoesNotKnow(line)) && trimmed.Count(letter => letter == ' ') < 7
        || trimmed is "go back" or "back" or "skip" or "pass" or "next" or "stop" or "help" or "menu" or "repeat" or "change" or "cancel" or "start again" or "start over" or "restart" or "again" or "pardon" or "carry on" or "continue" or "previous" or "quit" or "exit" or "undo";

    // Keys hit at random: no word of it has a vowel, or one letter is held down.
    private static bool IsGibberish(string trimmed) =>
        trimmed.Split(' ').All(word => word.Length > 3 && !word.Any(letter => "aeiouyáéíóú".Contains(letter, StringComparison.Ordinal)) && word.All(char.IsAsciiLetter) || word.Length > 4 && word.Distinct().Count() == 1);
}
