using System.Text;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>How many text messages a text takes, counted as the networks count: a sign is never parted.</summary>
internal static class TextSegments
{
    private const int SeptetsAlone = 160;
    private const int SeptetsOfSeveral = 153;
    private const int UnitsAlone = 70;
    private const int UnitsOfSeveral = 67;

    public static int Count(string text)
    {
        var isGsm = Gsm7.Has(text);
        var sizes = isGsm ? text.Select(Gsm7.Septets) : text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength);
        return Count(sizes, isGsm ? SeptetsAlone : UnitsAlone, isGsm ? SeptetsOfSeveral : UnitsOfSeveral);
    }

    private static int Count(IEnumerable<int> sizes, int alone, int ofSeveral)
    {
        var (segments, used, total) = (1, 0, 0);
        foreach (var size in sizes)
        {
            total += size;
            if (used + size > ofSeveral)
            {
                (segments, used) = (segments + 1, 0);
            }

            used += size;
        }

        return total <= alone ? 1 : segments;
    }
}
