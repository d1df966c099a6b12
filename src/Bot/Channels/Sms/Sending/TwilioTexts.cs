using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Texts by Twilio's REST API. It has no idempotency key: after a lost answer the sent messages are looked through.</summary>
internal sealed class TwilioTexts(HttpClient http, TwilioOptions options, PublicAddress address) : ITextProvider
{
    private const string StatusPath = "/twilio/sms/status";

    public async Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, "");
        request.Content = new FormUrlEncodedContent(
        [
            new("To", Address(text)),
            options.MessagingServiceSid.Length > 0 ? new("MessagingServiceSid", options.MessagingServiceSid) : new("From", text.Kind == "whatsapp" ? $"whatsapp:{options.From}" : options.From),
            new("Body", text.Body),
            new("StatusCallback", $"{address.Configured!.AbsoluteUri.TrimEnd('/')}{StatusPath}"),
        ]);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return Result(response.StatusCode, body.RootElement);
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable })
        {
            return new SendResult.Later("unreachable");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SendResult.Unknown("no-answer");
        }
    }

    public async Task<string?> FindSentAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        var since = text.At.UtcDateTime.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var request = Request(HttpMethod.Get, $"?To={Uri.EscapeDataString(Address(text))}&DateSent%3E={Uri.EscapeDataString(since)}&PageSize=100");
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return body.RootElement.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("body").GetString() == text.Body)
            .Select(message => message.GetProperty("sid").GetString())
            .FirstOrDefault();
    }

    private static SendResult Result(HttpStatusCode status, JsonElement body) => status switch
    {
        HttpStatusCode.Created => new SendResult.Sent(body.GetProperty("sid").GetString()!),
        HttpStatusCode.TooManyRequests => new SendResult.Later("429"),
        >= HttpStatusCode.InternalServerError => new SendResult.Unknown(((int)status).ToString(CultureInfo.InvariantCulture)),
        _ => new SendResult.Refused(body.TryGetProperty("code", out var code) ? code.ToString() : ((int)status).ToString(CultureInfo.InvariantCulture)),
    };

    private static string Address(OutgoingText text) => text.Kind == "whatsapp" ? $"whatsapp:{text.Address}" : text.Address;

    private HttpRequestMessage Request(HttpMethod method, string query)
    {
        var request = new HttpRequestMessage(method, $"{options.BaseAddress.TrimEnd('/')}/2010-04-01/Accounts/{options.AccountSid}/Messages.json{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.AccountSid}:{options.AuthToken}")));
        return request;
    }
}
