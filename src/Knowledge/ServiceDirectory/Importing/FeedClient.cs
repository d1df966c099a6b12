using System.Net;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Fetches pages of a feed: a few redirects, none from https to http, none into a private network, and no endless answer.</summary>
public sealed class FeedClient(HttpClient http)
{
    /// <summary>A longer answer is no page of a directory, in bytes.</summary>
    internal const int LongestAnswer = 200_000_000;

    private const int MostRedirects = 5;

    /// <summary>The body, or in words why there is none.</summary>
    /// <param name="address">Where it is. Whoever runs the import named its host, so it may be anywhere.</param>
    /// <param name="allowPrivate">Redirects may lead into a private network too.</param>
    internal async Task<FeedAnswer> GetAsync(Uri address, bool allowPrivate, CancellationToken cancellationToken)
    {
        var (at, host) = (address, address.Authority);
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.Accept.ParseAdd("application/json");
                request.Options.Set(PublicConnections.MayBePrivate, allowPrivate || at.Authority == host);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400)
                {
                    var next = new Uri(at, location);
                    if (next.Scheme is not ("https" or "http") || (at.Scheme == "https" && next.Scheme == "http"))
                    {
                        return FeedAnswer.Failed(response.StatusCode, $"{at} redirects to {next}, which is not as safe.");
                    }

                    at = next;
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await BodyAsync(response, at, cancellationToken)
                    : FeedAnswer.Failed(response.StatusCode, $"{at} answered {(int)response.StatusCode} {response.ReasonPhrase}.");
            }

            return FeedAnswer.Failed(null, $"{address} redirects more than {MostRedirects} times.");
        }
        catch (PrivateAddressException exception)
        {
            return FeedAnswer.Failed(null, exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException || exception.GetType().Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return FeedAnswer.Failed(null, Inner(exception) is PrivateAddressException refused ? refused.Message : $"{at} can't be reached: {exception.Message}");
        }
    }

    private static async Task<FeedAnswer> BodyAsync(HttpResponseMessage response, Uri at, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > LongestAnswer)
            {
                return FeedAnswer.Failed(response.StatusCode, $"{at} sent more than {LongestAnswer:N0} bytes.");
            }

            bytes.Write(buffer, 0, read);
        }

        return new FeedAnswer(bytes.ToArray(), response.StatusCode, "");
    }

    private static Exception Inner(Exception exception) => exception.InnerException is { } inner ? Inner(inner) : exception;
}

/// <summary>What came back.</summary>
/// <param name="Body">The whole body; null when there is none to use.</param>
/// <param name="Status">Null when nobody answered.</param>
/// <param name="Failure">Why there is no body, in a sentence.</param>
internal sealed record FeedAnswer(byte[]? Body, HttpStatusCode? Status, string Failure)
{
    public static FeedAnswer Failed(HttpStatusCode? status, string failure) => new(null, status, failure);
}
