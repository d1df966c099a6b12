using Hl7.Fhir.Model;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Cuts a transaction for servers that take only so many entries at once. Each part links to what earlier parts made by the ids that the server gave it.</summary>
internal static class TransactionParts
{
    /// <summary>The entries in order, at most <paramref name="largest"/> in a part; 0: all in one.</summary>
    public static IEnumerable<Bundle> Of(Bundle bundle, int largest) => largest <= 0 || bundle.Entry.Count <= largest
        ? [bundle]
        : bundle.Entry.Chunk(largest).Select(entries => new Bundle { Type = bundle.Type, Entry = [.. entries] });

    /// <summary>Writes the ids of what is there already in place of the links.</summary>
    public static void Resolve(Bundle part, IReadOnlyDictionary<string, string> made)
    {
        foreach (var entry in part.Entry)
        {
            foreach (var reference in References(entry.Resource!))
            {
                if (reference.Reference is { } link && made.TryGetValue(link, out var id))
                {
                    reference.Reference = id;
                }
            }
        }
    }

    private static IEnumerable<ResourceReference> References(Base element) =>
        element.EnumerateElements().SelectMany(child => child.Value switch
        {
            ResourceReference reference => [reference],
            Base single => References(single),
            IEnumerable<Base> several => several.SelectMany(one => one is ResourceReference reference ? [reference] : References(one)),
            _ => [],
        });
}
