namespace TransformingLives.CaseBridge.Delivery;

/// <summary>An access token (RFC 6749), kept until shortly before it ends and fetched by one caller at a time.</summary>
/// <param name="early">How long before its end it is fetched anew.</param>
/// <param name="clock">The time.</param>
public sealed class HeldToken(TimeSpan early, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private (string Token, DateTimeOffset Until)? held;

    /// <summary>A token that is good for some time yet.</summary>
    /// <param name="fetch">Fetches a token, with how long it is good for.</param>
    /// <param name="refused">A token that was just refused: another is fetched; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HttpRequestException">There is none to be had.</exception>
    public async Task<string> GetAsync(Func<CancellationToken, Task<(string Token, TimeSpan Life)>> fetch, string? refused, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (held is not { } current || current.Token == refused || current.Until <= clock.GetUtcNow() + early)
            {
                var (token, life) = await fetch(cancellationToken);
                held = (token, clock.GetUtcNow() + life);
            }

            return held.Value.Token;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
