using System.Globalization;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>How far a client has read: the sequence of the last entry that it has.</summary>
internal static class Watermark
{
    /// <summary>
    /// What can't be read, or lies in the future, means "from the start": an error would silence a polling client for good, and repeats do no harm.
    /// </summary>
    public static long Read(string? text, long last) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence <= last ? sequence : 0;

    public static string Write(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
