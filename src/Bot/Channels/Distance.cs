using System.Globalization;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels;

/// <summary>How far a service is, in words.</summary>
internal static class Distance
{
    /// <summary>"Ely, about 3 miles away"; the place alone when the distance is not known.</summary>
    public static string Beside(ServiceHit service) => service.Miles is { } miles ? $"{service.Where}, {InWords(miles)}" : service.Where;

    // A position is the middle of a postcode area: never more exact than that.
    private static string InWords(double miles) => miles < 1
        ? "less than a mile away"
        : string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(miles):0} {(Math.Round(miles) < 2 ? "mile" : "miles")} away");
}
