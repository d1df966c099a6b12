using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Numbers as a person reads them out: telephone numbers and references digit by digit, in their groups; money stays money.</summary>
internal static partial class SpokenNumbers
{
    /// <summary>"01632 960 100" → "0 1 6 3 2, 9 6 0, 1 0 0"; "999" → "9 9 9".</summary>
    public static string In(string text) => Telephone().Replace(text, number => string.Join(", ", number.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => string.Join(' ', group.AsEnumerable()))));

    [GeneratedRegex(@"(?<![\d£.,])(?:0\d{2,4}(?: ?\d{3,4}){1,3}|0\d{8,10}|999|111|101|116 ?123|18000|18001)(?![\d.]\d|\d)")]
    private static partial Regex Telephone();
}
