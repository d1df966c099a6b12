namespace TransformingLives.Knowledge.Searching;

/// <summary>Why a service came where it did: the parts add up to the total.</summary>
/// <param name="Purpose">What it is for: its main topic, another of its topics, or none.</param>
/// <param name="Words">The words of the message, against the best found.</param>
/// <param name="Meaning">How near it is in meaning.</param>
/// <param name="Nearness">How near it is on the map.</param>
/// <param name="Hours">Open now, or when asked for.</param>
/// <param name="Freshness">When it was last checked.</param>
/// <param name="Leaning">What was asked for besides: free, nearer.</param>
internal readonly record struct ServiceScore(double Purpose, double Words, double Meaning, double Nearness, double Hours, double Freshness, double Leaning)
{
    public double Total => Purpose + Words + Meaning + Nearness + Hours + Freshness + Leaning;
}

/// <summary>A service that was found.</summary>
/// <param name="Service">The service.</param>
/// <param name="Miles">To its nearest site; null without one, or when we don't know where the person is.</param>
/// <param name="Why">Why it came where it did.</param>
internal sealed record FoundService(ServiceDirectory.Service Service, double? Miles, ServiceScore Why);
