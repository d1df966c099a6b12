namespace TransformingLives.Knowledge.Places;

/// <summary>Distance in a straight line.</summary>
internal static class Miles
{
    private const double EarthRadius = 3958.8;

    /// <summary>Miles between two positions in degrees (haversine formula).</summary>
    public static double Between(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (Radians(latitude), Radians(otherLatitude));
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(Radians(otherLongitude - longitude) / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
