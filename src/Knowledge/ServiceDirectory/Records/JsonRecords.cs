using System.Collections.Immutable;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Cuts a JSON text into its records without reading them, so that one bad record spoils no other.</summary>
/// <param name="Records">Each record's own bytes, and where it begins in the text.</param>
/// <param name="Page">The paging of the standard, when the text is a page of an API.</param>
/// <param name="BrokenAt">Line, from 1, at which the text stops being JSON; 0 when it is whole. Records before it are kept.</param>
internal sealed record JsonRecords(ImmutableArray<(ReadOnlyMemory<byte> Json, int Start)> Records, JsonPage? Page, int BrokenAt)
{
    /// <summary>How deep a record may go; the standard's own go to nine.</summary>
    public const int Deepest = 32;

    private static readonly JsonReaderOptions Any = new() { MaxDepth = int.MaxValue, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Of a list of records, a page with <c>contents</c>, one record alone, or a record on each line.</summary>
    public static JsonRecords Of(ReadOnlyMemory<byte> utf8)
    {
        var start = Start(utf8);
        return IsByLine(utf8.Span[start..]) ? ByLine(utf8, start) : Whole(utf8, start);
    }

    /// <summary>Of a text that is known to have a record on each line, whatever stands there.</summary>
    public static JsonRecords OfLines(ReadOnlyMemory<byte> utf8) => ByLine(utf8, Start(utf8));

    // Some programs begin a text with a mark of its encoding.
    private static int Start(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? 3 : 0;

    private static JsonRecords Whole(ReadOnlyMemory<byte> utf8, int start)
    {
        var records = ImmutableArray.CreateBuilder<(ReadOnlyMemory<byte>, int)>();
        var reader = new Utf8JsonReader(utf8.Span[start..], isFinalBlock: true, new JsonReaderState(Any));
        JsonPage? page = null;
        try
        {
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    List(ref reader, utf8, start, records);
                    break;
                case JsonTokenType.StartObject:
                    page = Object(ref reader, utf8, start, records);
                    break;
                default:
                    records.Add((utf8[start..], start));
                    break;
            }

            while (reader.Read())
            {
            }

            return new JsonRecords(records.ToImmutable(), page, 0);
        }
        catch (JsonException exception)
        {
            return new JsonRecords(records.ToImmutable(), page, (int)(exception.LineNumber ?? 0) + 1);
        }
    }

    private static void List(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, int start, ImmutableArray<(ReadOnlyMemory<byte>, int)>.Builder records)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var from = start + (int)reader.TokenStartIndex;
            reader.Skip();
            records.Add((utf8[from..(start + (int)reader.BytesConsumed)], from));
        }
    }

    private static JsonPage? Object(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, int start, ImmutableArray<(ReadOnlyMemory<byte>, int)>.Builder records)
    {
        var from = start + (int)reader.TokenStartIndex;
        JsonPage page = new();
        var isPage = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "contents" && reader.TokenType == JsonTokenType.StartArray)
            {
                isPage = true;
                List(ref reader, utf8, start, records);
            }
            else
            {
                page = page.With(name, ref reader);
                reader.Skip();
            }
        }

        if (!isPage)
        {
            records.Add((utf8[from..(start + (int)reader.BytesConsumed)], from));
        }

        return isPage ? page : null;
    }

    // A record on each line: the first line is a whole record, and more follow.
    private static bool IsByLine(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.IndexOf((byte)'\n');
        return end > 0 && utf8[0] == '{' && utf8[..end].TrimEnd((byte)'\r').TrimEnd((byte)' ').EndsWith("}"u8) && !utf8[end..].Trim(" \r\n\t"u8).IsEmpty;
    }

    private static JsonRecords ByLine(ReadOnlyMemory<byte> utf8, int start)
    {
        var records = ImmutableArray.CreateBuilder<(ReadOnlyMemory<byte>, int)>();
        while (start < utf8.Length)
        {
            var length = utf8.Span[start..].IndexOf((byte)'\n');
            var line = length < 0 ? utf8[start..] : utf8.Slice(start, length);
            if (!line.Span.Trim(" \r\t"u8).IsEmpty)
            {
                records.Add((line, start));
            }

            start += line.Length + 1;
        }

        return new JsonRecords(records.ToImmutable(), null, 0);
    }
}
