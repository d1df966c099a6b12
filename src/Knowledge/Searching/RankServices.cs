using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Weighs a service for somebody: what it is for comes first, then words and meaning, then how near it is, whether it is open, and whether its record is fresh.</summary>
internal static class RankServices
{
    /// <summary>Beyond this a local service is no help to somebody who has to get there.</summary>
    public const double FarthestMiles = 25;

    private const double MainTopic = 1.0;
    private const double OtherTopic = 0.7;
    private const double NamedSo = 0.7;
    private const double WordsWeight = 0.5;
    private const double MeaningWeight = 0.8;
    private const double NearnessWeight = 0.6;
    private const double WishedFor = 0.6;
    private const double OpenNow = 0.08;
    private const double Stale = -0.1;
    private const int StaleDays = 2 * 365;

    /// <param name="words">BM25 against the best found, 0 to 1.</param>
    /// <param name="cosine">Cosine of the meanings; 0 when it isn't known.</param>
    /// <param name="isNamed">Its name is what was asked for.</param>
    public static ServiceScore Score(Service service, double? miles, ServiceWish wish, double words, double cosine, bool isNamed = false) => new(
        Math.Max(Purpose(service, wish.Topic), isNamed ? NamedSo : 0),
        WordsWeight * words,
        MeaningWeight * Math.Max(0, cosine),
        Nearness(service, miles, wish),
        Hours(service, wish),
        service.Assured is { } assured && assured.AddDays(StaleDays) < DateOnly.FromDateTime(wish.LocalNow) ? Stale : 0,
        Leaning(service, wish.Leaning));

    /// <summary>Miles to its nearest site; null for a service without one, or when we don't know where the person is.</summary>
    public static double? MilesTo(Service service, Place? near) =>
        near is null || service.Sites.IsEmpty ? null : service.Sites.Min(site => Miles.Between(near.Latitude, near.Longitude, site.Latitude, site.Longitude));

    /// <summary>Whether it is open when somebody asked for.</summary>
    public static bool SuitsHours(Service service, ServiceLeaning leaning) => service.Hours.Any(hours => Suits(hours, leaning));

    private static double Purpose(Service service, string? topic) =>
        topic is null || !service.Topics.Contains(topic) ? 0 : service.Topics[0] == topic ? MainTopic : OtherTopic;

    private static double Nearness(Service service, double? miles, ServiceWish wish)
    {
        const double nationalWhereTheyAre = 0.25;
        const double national = 0.3;
        const double somewhere = 0.2;
        if (miles is { } far)
        {
            return NearnessWeight * (1 - far / FarthestMiles) * (wish.Leaning.HasFlag(ServiceLeaning.Nearest) ? 4 : 1);
        }

        return wish.Near is not null ? nationalWhereTheyAre : service.IsNational ? national : somewhere;
    }

    private static double Hours(Service service, ServiceWish wish)
    {
        if (wish.Leaning.HasFlag(ServiceLeaning.Weekend) || wish.Leaning.HasFlag(ServiceLeaning.Evening))
        {
            return service.Hours.Any(hours => Suits(hours, wish.Leaning)) ? WishedFor : 0;
        }

        return service.Hours.Any(hours => hours.IsOpen(wish.LocalNow)) ? OpenNow : 0;
    }

    private static bool Suits(OpeningHours hours, ServiceLeaning leaning) =>
        (leaning.HasFlag(ServiceLeaning.Weekend) && hours.Days.Any(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday))
        || (leaning.HasFlag(ServiceLeaning.Evening) && hours.Closes > new TimeOnly(18, 0));

    private static double Leaning(Service service, ServiceLeaning leaning)
    {
        var free = leaning.HasFlag(ServiceLeaning.Free) && service.Cost.Contains("free", StringComparison.OrdinalIgnoreCase) ? WishedFor : 0;
        return free + (leaning.HasFlag(ServiceLeaning.ByPhone) && service.Sites.IsEmpty && service.Phone.Length > 0 ? WishedFor : 0);
    }
}
