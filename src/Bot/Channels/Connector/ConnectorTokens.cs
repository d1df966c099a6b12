using System.Text.Json;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Our own tokens, by client credentials (RFC 6749, 4.4): kept until shortly before they end.</summary>
internal sealed class ConnectorTokens(ConnectorOptions options, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Token, DateTimeOffset Until)? held;

    /// <param name="refused">A token that was just refused: another is fetched; null for none.</param>
    /// <exception cref="HttpRequestException">There is none to be had.</exception>
    public async Task<string> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (held is not { } current || current.Token == refused || current.Until - Early <= clock.GetUtcNow())
            {
                held = await FetchAsync(cancellationToken);
            }

            return held.Value.Token;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", options.AppId), new("client_secret", options.Secret), new("scope", options.Scope),
        ]);
        using var response = await http.PostAsync(options.TokenAddress, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return (body.RootElement.GetProperty("access_token").GetString()!, clock.GetUtcNow() + TimeSpan.FromSeconds(body.RootElement.GetProperty("expires_in").GetInt32()));
    }
}
