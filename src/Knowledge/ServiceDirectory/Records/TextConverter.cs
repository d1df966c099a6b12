using System.Text.Json;
using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Cleans each text as it is read: a record can't bring markup or hidden characters. Empty is not known.</summary>
internal sealed class TextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainText.From(reader.GetString()) is { Length: > 0 } text ? text : null;

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>The same where the standard wants the field, if only empty.</summary>
internal sealed class RequiredTextConverter : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainText.From(reader.GetString());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
