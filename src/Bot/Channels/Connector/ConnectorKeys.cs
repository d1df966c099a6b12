using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>A key of the issuer, and the channels it may speak for.</summary>
internal sealed record ConnectorKey(SecurityKey Key, ImmutableHashSet<string> Endorsements);

/// <summary>The issuer's keys, from its OpenID metadata: kept for a day, and fetched again for a key that is not known, but not at everybody's call.</summary>
internal sealed class ConnectorKeys(ConnectorOptions options, HttpClient http, TimeProvider clock) : IDisposable
{
    private const int LargestDocument = 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private ImmutableDictionary<string, ConnectorKey> keys = ImmutableDictionary<string, ConnectorKey>.Empty;
    private DateTimeOffset fetchedAt;
    private DateTimeOffset triedAt;

    /// <summary>The key of an id; null when the issuer has none, or can't be asked and none is kept.</summary>
    public async Task<ConnectorKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if ((now - fetchedAt > Fresh || !keys.ContainsKey(keyId)) && now - triedAt >= Pause)
            {
                triedAt = now;
                await FetchAsync(now);
            }

            return keys.GetValueOrDefault(keyId);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    // For all callers: it goes on when the one that began it has gone. The client bounds the time.
    private async Task FetchAsync(DateTimeOffset now)
    {
        try
        {
            using var metadata = JsonDocument.Parse(await ReadAsync(options.Metadata));
            var address = new Uri(options.Metadata, metadata.RootElement.GetProperty("jwks_uri").GetString());
            keys = Read(await ReadAsync(address));
            fetchedAt = now;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or ArgumentException or TaskCanceledException)
        {
            // What is kept goes on serving; who is not among it is refused, and it is asked again soon.
        }
    }

    private static ImmutableDictionary<string, ConnectorKey> Read(byte[] set)
    {
        using var json = JsonDocument.Parse(set);
        var endorsements = json.RootElement.GetProperty("keys").EnumerateArray()
            .Where(key => key.TryGetProperty("kid", out _))
            .GroupBy(key => key.GetProperty("kid").GetString()!)
            .ToDictionary(group => group.Key, group => Endorsed(group.First()));
        return new JsonWebKeySet(System.Text.Encoding.UTF8.GetString(set)).Keys
            .Where(key => key.Kid is not null && key.Kty == JsonWebAlgorithmsKeyTypes.RSA)
            .DistinctBy(key => key.Kid)
            .ToImmutableDictionary(key => key.Kid, key => new ConnectorKey(key, endorsements.GetValueOrDefault(key.Kid) ?? []));
    }

    private static ImmutableHashSet<string> Endorsed(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    private async Task<byte[]> ReadAsync(Uri address)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(LargestDocument);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
