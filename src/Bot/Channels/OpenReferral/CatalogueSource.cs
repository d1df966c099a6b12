using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Channels.OpenReferral;

/// <summary>The directory as it is now. One for each request, so that a request sees one state of it to its end.</summary>
internal sealed class CatalogueSource(SurroundingsSource source, TimeProvider clock) : IDisposable
{
    private readonly SurroundingsSource.Loan loan = source.Borrow(clock.GetUtcNow());

    public DirectoryCatalogue Catalogue => loan.Surroundings.Knowledge.Catalogue;

    public Place? FindPlace(string postcode) => loan.Surroundings.Knowledge.FindPlace(postcode);

    public void Dispose() => loan.Dispose();
}
