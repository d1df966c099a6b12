using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>A record of the directory as it is sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">The whole record, or that of the service when <see cref="AtLocation"/> is given.</param>
public sealed record CatalogueItem(string Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>Only this place of the service is meant: the answer is a service at a location.</summary>
    internal string? AtLocation { get; init; }

    /// <summary>Writes it with everything below it.</summary>
    public void WriteWhole(Utf8JsonWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (AtLocation is null)
        {
            to.WriteRawValue(Json.Span, skipInputValidation: true);
            return;
        }

        using var record = JsonDocument.Parse(Json);
        AtLocationRecord.WriteWhole(to, record.RootElement, AtLocation);
    }

    /// <summary>Writes it as lists show it: what it has one of, and none of what it has many of.</summary>
    public void WriteShort(Utf8JsonWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var record = JsonDocument.Parse(Json);
        if (AtLocation is null)
        {
            ShortRecord.Write(to, record.RootElement);
        }
        else
        {
            AtLocationRecord.WriteShort(to, record.RootElement, AtLocation);
        }
    }
}
