using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>A record as it came, not yet looked at.</summary>
/// <param name="Where">Where it stood: <c>charities.json[12]</c>, <c>page 3[0]</c>.</param>
/// <param name="Json">Its own bytes; they may be anything.</param>
internal readonly record struct FeedRecord(string Where, ReadOnlyMemory<byte> Json)
{
    private const int LongestShown = 100;

    /// <summary>Its id and name as far as they can be made out, also of a record that can't be read; empty where they can't.</summary>
    public (string Id, string Name) Known()
    {
        var (id, name) = ("", "");
        try
        {
            var reader = new Utf8JsonReader(Json.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return (id, name);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isId, isName) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("name"u8));
                reader.Read();
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number && (isId || isName) && reader.ValueSpan.Length < SchemaLimit)
                {
                    var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                    (id, name) = isId ? (PlainText.Line(text, LongestShown), name) : (id, PlainText.Line(text, LongestShown));
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was found before it breaks off is all there is to name it by.
            return (id, name);
        }

        return (id, name);
    }

    private const int SchemaLimit = Schemas.SchemaCheck.LongestText;
}

/// <summary>All that a feed sent.</summary>
/// <param name="Records">Its records in the order they came.</param>
/// <param name="Unreadable">Files that hold no readable records, with the reason.</param>
/// <param name="Refusal">Why nothing can be taken from it; null when it was read to its end.</param>
internal sealed record FeedContents(ImmutableArray<FeedRecord> Records, ImmutableArray<LeftOutRecord> Unreadable, string? Refusal = null)
{
    public static FeedContents Refused(string reason) => new([], [], reason);
}
