using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>The description of the API as the standard publishes it.</summary>
public static class PublishedApi
{
    /// <summary>OpenAPI 3, UTF-8.</summary>
    public static ReadOnlySpan<byte> OpenApi()
    {
        using var text = typeof(PublishedSchema).Assembly.GetManifestResourceStream(typeof(PublishedSchema), "openapi.json") ?? throw new InvalidOperationException("The published openapi.json is not in the program.");
        using var bytes = new MemoryStream();
        text.CopyTo(bytes);
        return bytes.ToArray();
    }
}
