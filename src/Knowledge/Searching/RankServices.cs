using System.Collections.Immutable;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Puts services in order: what it is for comes first, then the words, then how near it is.</summary>
internal static class RankServices
{
    private const double MainTopic = 1.0;
    private const double OtherTopic = 0.7;
    private const double WordsWeight = 0.5;

    /// <summary>Beyond this a local service is no help to somebody who has to get there.</summary>
    private const double FarthestMiles = 25;

    /// <summary>Services of a topic, best first.</summary>
    /// <param name="words">BM25 scores of the message by service id.</param>
    public static ImmutableArray<(Service Service, double? Miles)> For(string topic, ImmutableArray<Service> services, IReadOnlyDictionary<string, float> words, Place? near)
    {
        var most = words.Count == 0 ? 1 : words.Values.Max();
        return [.. services
            .Where(service => service.Topics.Contains(topic))
            .Select(service => (Service: service, Miles: MilesTo(service, near)))
            .Where(pair => pair.Miles is not > FarthestMiles)
            .OrderByDescending(pair => Score(pair.Service, pair.Miles, topic, words.GetValueOrDefault(pair.Service.Id) / most, near is not null))
            .ThenBy(pair => pair.Service.Name, StringComparer.Ordinal)];
    }

    /// <summary>Miles to its nearest site; null for a service without one, or when we don't know where the person is.</summary>
    public static double? MilesTo(Service service, Place? near) =>
        near is null || service.Sites.IsEmpty ? null : service.Sites.Min(site => Miles.Between(near.Latitude, near.Longitude, site.Latitude, site.Longitude));

    private static double Score(Service service, double? miles, string topic, double words, bool placeIsKnown)
    {
        var purpose = service.Topics[0] == topic ? MainTopic : OtherTopic;
        var nearness = miles is { } far ? 0.6 * (1 - far / FarthestMiles) : placeIsKnown ? 0.25 : service.IsNational ? 0.3 : 0.2;
        return purpose + WordsWeight * words + nearness;
    }
}
