using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Schemas;

/// <summary>Holds a record against the published schema. Null, and an empty text where none is asked for, is the same as a field that isn't there: feeds send all three.</summary>
internal static class SchemaCheck
{
    /// <summary>Longer text than this is no description any more, in characters.</summary>
    public const int LongestText = 10_000;

    private const int LongestList = 2_000;

    public static void Of(JsonElement value, SchemaNode schema, string field, ImmutableArray<RecordFault>.Builder faults, int most)
    {
        if (faults.Count >= most)
        {
            return;
        }

        switch (schema.Kind, value.ValueKind)
        {
            case (SchemaKind.Record, JsonValueKind.Object):
                Record(value, schema, field, faults, most);
                break;
            case (SchemaKind.List, JsonValueKind.Array):
                List(value, schema, field, faults, most);
                break;
            case (SchemaKind.Text, JsonValueKind.String):
                Text(value, schema, field, faults);
                break;
            case (SchemaKind.Number, JsonValueKind.Number):
                Number(value, field, faults);
                break;
            default:
                faults.Add(new RecordFault(field, $"This should be {InWords(schema.Kind)}, and is {InWords(value.ValueKind)}."));
                break;
        }
    }

    private static void Record(JsonElement value, SchemaNode schema, string field, ImmutableArray<RecordFault>.Builder faults, int most)
    {
        foreach (var name in schema.Required.Where(name => IsMissing(value, name, schema.Properties[name])))
        {
            faults.Add(new RecordFault(Below(field, name), "The standard asks for this field, and it is missing."));
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!schema.Properties.TryGetValue(property.Name, out var rule))
            {
                LengthOf(property.Value, Below(field, property.Name), faults);
            }
            else if (property.Value.ValueKind != JsonValueKind.Null && !(IsEmptyText(property.Value) && !schema.Required.Contains(property.Name)))
            {
                Of(property.Value, rule, Below(field, property.Name), faults, most);
            }
        }
    }

    private static void List(JsonElement value, SchemaNode schema, string field, ImmutableArray<RecordFault>.Builder faults, int most)
    {
        if (value.GetArrayLength() > LongestList)
        {
            faults.Add(new RecordFault(field, $"The list has {value.GetArrayLength():N0} entries; at most {LongestList:N0} are taken."));
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Null)
            {
                Of(item, schema.Items!, $"{field}[{index}]", faults, most);
            }

            index++;
        }
    }

    private static void Text(JsonElement value, SchemaNode schema, string field, ImmutableArray<RecordFault>.Builder faults)
    {
        if (!LengthOf(value, field, faults))
        {
            return;
        }

        if (!TextOf(value, field, faults, out var text))
        {
            return;
        }

        if (!schema.Allowed.IsEmpty && !schema.Allowed.Contains(text))
        {
            faults.Add(new RecordFault(field, $"'{Shown(text)}' is not one of: {string.Join(", ", schema.Allowed)}."));
        }
        else if (!TextFormat.Fits(text, schema.Format))
        {
            faults.Add(new RecordFault(field, $"'{Shown(text)}' should be {TextFormat.InWords(schema.Format)}."));
        }
    }

    private static void Number(JsonElement value, string field, ImmutableArray<RecordFault>.Builder faults)
    {
        if (!value.TryGetDecimal(out _))
        {
            faults.Add(new RecordFault(field, "The number is out of all range."));
        }
    }

    // A shape drawn on the map is long by nature; nobody reads it.
    private static bool LengthOf(JsonElement value, string field, ImmutableArray<RecordFault>.Builder faults)
    {
        if (value.ValueKind != JsonValueKind.String || field.EndsWith(".extent", StringComparison.Ordinal) || value.GetRawText().Length <= LongestText)
        {
            return true;
        }

        faults.Add(new RecordFault(field, $"The text has {value.GetRawText().Length - 2:N0} characters; at most {LongestText:N0} are taken."));
        return false;
    }

    // JSON can write half a character ("\ud800"), which is no text.
    private static bool TextOf(JsonElement value, string field, ImmutableArray<RecordFault>.Builder faults, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            faults.Add(new RecordFault(field, "The text has characters that are none."));
            return false;
        }
    }

    private static bool IsMissing(JsonElement record, string name, SchemaNode rule) =>
        !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null || (IsEmptyText(value) && (rule.Format.Length > 0 || !rule.Allowed.IsEmpty));

    private static bool IsEmptyText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals("");

    private static string Below(string field, string name) => field.Length == 0 ? Shown(name) : $"{field}.{Shown(name)}";

    private static string Shown(string text) => PlainText.Line(text.Length <= LongestText ? text : text[..LongestText], 60);

    private static string InWords(SchemaKind kind) => kind switch
    {
        SchemaKind.Record => "a record with fields",
        SchemaKind.List => "a list",
        SchemaKind.Number => "a number",
        _ => "a text",
    };

    private static string InWords(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "a record with fields",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "nothing",
    };
}
