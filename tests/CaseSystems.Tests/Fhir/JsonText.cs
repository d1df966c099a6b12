using System.Text.Json;

namespace TransformingLives.CaseSystems.Tests.Fhir;

internal static class JsonText
{
    /// <summary>The text of a field.</summary>
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
