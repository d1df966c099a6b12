using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Knowledge.Tests.Testing;

/// <summary>Builders: what a test doesn't speak of has a plain default.</summary>
internal static class A
{
    public static readonly Place Ely = new("Ely", 52.399, 0.262, "CB7", true, "East patch", null, "Ely");

    public static Service Service(string name, string topic = "", double? latitude = null, string cost = "", params OpeningHours[] hours) => new(
        name, name, "An organisation", "", topic.Length > 0 ? [topic] : [], "",
        latitude is { } north ? [new Site("Somewhere", "", north, 0.262)] : [],
        "", IsNational: false, "", [.. hours], cost, "", "", "", IsSample: true, new DateOnly(2026, 10, 1));
}
