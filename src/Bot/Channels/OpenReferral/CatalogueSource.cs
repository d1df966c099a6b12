using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>The directory as it is now. One for each request, so that a request sees one state of it.</summary>
internal sealed class CatalogueSource(SurroundingsSource source, TimeProvider clock)
{
    private readonly KnowledgeBase knowledge = source.At(clock.GetUtcNow()).Knowledge;

    public DirectoryCatalogue Catalogue => knowledge.Catalogue;

    public Place? FindPlace(string postcode) => knowledge.FindPlace(postcode);
}
