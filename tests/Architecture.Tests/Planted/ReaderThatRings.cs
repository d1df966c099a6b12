namespace TransformingLives.Architecture.Tests.Planted;

/// <summary>Breaks the rule on purpose, so that we see that the rule can fail.</summary>
internal sealed class ReaderThatRings(HttpClient wire)
{
    public Task<string> ReadAsync() => wire.GetStringAsync(new Uri("http://localhost"));
}
