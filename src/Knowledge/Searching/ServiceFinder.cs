using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Knowledge.Meaning;
using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Finds services: those of the topic, those that the words find, and, where these are few, those that mean the same; then puts them in order.</summary>
internal sealed class ServiceFinder
{
    private const int FoundByWords = 100;
    private const int FoundByMeaning = 50;

    /// <summary>With as many of the topic in reach, nobody has to be looked for by meaning.</summary>
    private const int Enough = 3;

    /// <summary>A service of no topic of ours is shown only when it plainly means the same.</summary>
    private const double PlainlyTheSame = 0.45;

    /// <summary>… or, where meanings aren't known, when its words stand out.</summary>
    private const float WordsStandOut = 0.75f;

    private readonly ImmutableArray<Service> services;
    private readonly FrozenDictionary<string, int> byId;
    private readonly FrozenDictionary<string, int[]> byTopic;
    private readonly WordSearch words;

    public ServiceFinder(ImmutableArray<Service> services, WordSearch words)
    {
        this.services = services;
        this.words = words;
        byId = services.Select((service, index) => KeyValuePair.Create(service.Id, index)).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);
        byTopic = services
            .SelectMany((service, index) => service.Topics.Select(topic => (topic, index)))
            .GroupBy(pair => pair.topic, pair => pair.index, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Meanings of the services, in their order; null until they are made.</summary>
    public MeaningIndex? Meanings { get; set; }

    /// <summary>The text whose meaning stands for a service.</summary>
    public static string TextOf(Service service) => $"{service.Name}. {service.Description}";

    /// <summary>Services for a wish, best first.</summary>
    /// <param name="vector">Gives the vector of the wish's words, only if it is needed; null without the sentence model.</param>
    public ImmutableArray<FoundService> Find(ServiceWish wish, int count, Func<float[]>? vector)
    {
        var byWords = wish.Text.Length == 0 ? [] : words.Find(wish.Text, FoundByWords).Where(hit => byId.ContainsKey(hit.Id)).ToDictionary(hit => byId[hit.Id], hit => hit.Score);
        var ofTopic = wish.Topic is { } topic && byTopic.TryGetValue(topic, out var known) ? known : [];
        var inReach = ofTopic.Count(index => IsInReach(services[index], wish));
        var byMeaning = inReach < Enough && wish.Text.Length > 0 && Meanings is { } meanings && vector is not null
            ? meanings.Nearest(vector(), FoundByMeaning).ToDictionary(near => near.Entry, near => (double)near.Cosine)
            : [];
        var said = words.Terms(wish.Thing);
        var pairs = said.Zip(said.Skip(1)).ToHashSet();
        var named = byWords.Keys.Where(index => pairs.Count > 0 && HasInItsName(services[index], pairs)).ToHashSet();
        var most = byWords.Count == 0 ? 1 : byWords.Values.Max();
        return [.. ofTopic.Concat(byWords.Keys).Concat(byMeaning.Keys).Distinct()
            .Where(index => IsInReach(services[index], wish) && (named.Contains(index) || IsMeant(index, wish, byWords.GetValueOrDefault(index) / most, byMeaning, inReach)))
            .Select(index => Weighed(services[index], wish, byWords.GetValueOrDefault(index) / most, byMeaning.GetValueOrDefault(index), named.Contains(index)))
            .OrderByDescending(found => found.Why.Total)
            .ThenBy(found => found.Service.Name, StringComparer.Ordinal)
            .Take(count)];
    }

    // "Lunch club" in "Ely Thursday Lunch Club", whatever it is filed under.
    private bool HasInItsName(Service service, HashSet<(string, string)> said)
    {
        var name = words.Terms(service.Name);
        return name.Zip(name.Skip(1)).Any(said.Contains);
    }

    private static FoundService Weighed(Service service, ServiceWish wish, float words, double cosine, bool isNamed)
    {
        var miles = RankServices.MilesTo(service, wish.Near);
        return new FoundService(service, miles, RankServices.Score(service, miles, wish, words, cosine, isNamed));
    }

    private bool IsMeant(int index, ServiceWish wish, float words, Dictionary<int, double> byMeaning, int inReach)
    {
        if (wish.Topic is { } topic && services[index].Topics.Contains(topic))
        {
            return true;
        }

        // Where we know what somebody needs and have it, nothing else is put beside it.
        return inReach < Enough && (Meanings is null ? words >= WordsStandOut : byMeaning.GetValueOrDefault(index) >= PlainlyTheSame);
    }

    private static bool IsInReach(Service service, ServiceWish wish) =>
        service.IsActive
        && !service.Topics.Any(wish.Except.Contains)
        && RankServices.MilesTo(service, wish.Near) is not > RankServices.FarthestMiles;
}
