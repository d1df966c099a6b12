using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>What is known of an imported feed: <c>feed.json</c> in its folder. It names the file of records that counts.</summary>
/// <param name="Name">Name of the feed and of its folder.</param>
/// <param name="From">Where it was taken from.</param>
/// <param name="ImportedAt">When these records came, UTC.</param>
/// <param name="Services">How many records there are.</param>
/// <param name="Records">File of the records, one a line, in the same folder.</param>
/// <param name="Hash">SHA-256 of that file, in hex.</param>
internal sealed record FeedManifest(string Name, string From, DateTimeOffset ImportedAt, int Services, string Records, string Hash);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(FeedManifest))]
internal sealed partial class FeedManifestJson : JsonSerializerContext;
