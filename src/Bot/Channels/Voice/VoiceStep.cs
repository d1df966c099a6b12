using System.Globalization;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Where a call is, as our own address carries it from webhook to webhook: Twilio keeps nothing for us.</summary>
/// <param name="After">Sequence of the last entry in the log when the caller was asked: the same step delivered twice is one turn.</param>
/// <param name="Silences">Times in a row that nothing was heard.</param>
/// <param name="IsSlow">They asked us to speak more slowly.</param>
internal sealed record VoiceStep(long After, int Silences, bool IsSlow)
{
    /// <summary>Nothing was said yet: a code by text was offered.</summary>
    public bool IsFirst { get; init; }

    public static VoiceStep Read(IQueryCollection query) => new(
        long.TryParse(query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0,
        int.TryParse(query["silences"], NumberStyles.None, CultureInfo.InvariantCulture, out var silences) ? silences : 0,
        query["slow"] == "1")
    {
        IsFirst = query["first"] == "1",
    };

    public string Query => string.Create(CultureInfo.InvariantCulture, $"after={After}&silences={Silences}&slow={(IsSlow ? 1 : 0)}{(IsFirst ? "&first=1" : "")}");
}
