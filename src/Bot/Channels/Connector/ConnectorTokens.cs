using System.Text.Json;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Our own tokens, by client credentials (RFC 6749, 4.4).</summary>
internal sealed class ConnectorTokens(ConnectorOptions options, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly HeldToken held = new(Early, clock);

    /// <param name="refused">A token that was just refused: another is fetched; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HttpRequestException">There is none to be had.</exception>
    public Task<string> TokenAsync(string? refused, CancellationToken cancellationToken) => held.GetAsync(FetchAsync, refused, cancellationToken);

    public void Dispose() => held.Dispose();

    private async Task<(string Token, TimeSpan Life)> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", options.AppId), new("client_secret", options.Secret), new("scope", options.Scope),
        ]);
        using var response = await http.PostAsync(options.TokenAddress, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return (body.RootElement.GetProperty("access_token").GetString()!, TimeSpan.FromSeconds(body.RootElement.GetProperty("expires_in").GetInt32()));
    }
}
