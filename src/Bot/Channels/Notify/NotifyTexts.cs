using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TransformingLives.Bot.Channels.Sms.Sending;

namespace TransformingLives.Bot.Channels.Notify;

/// <summary>Texts by GOV.UK Notify's REST API. Our id goes along as the reference, so after a lost answer the text is found by it.</summary>
internal sealed class NotifyTexts(HttpClient http, NotifyOptions options, TimeProvider clock) : ITextProvider
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["phone_number"] = text.Address,
            ["template_id"] = options.TemplateId,
            ["personalisation"] = new JsonObject { ["body"] = text.Body },
            ["reference"] = text.Id,
        };
        if (options.SmsSenderId.Length > 0)
        {
            body["sms_sender_id"] = options.SmsSenderId;
        }

        using var request = Request(HttpMethod.Post, "/v2/notifications/sms");
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return Result(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable })
        {
            return new SendResult.Later("unreachable");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SendResult.Unknown("no-answer");
        }
    }

    public async Task<string?> FindSentAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, $"/v2/notifications?template_type=sms&reference={Uri.EscapeDataString(text.Id)}");
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return body.RootElement.GetProperty("notifications").EnumerateArray()
            .Where(one => one.GetProperty("reference").GetString() == text.Id)
            .Select(one => one.GetProperty("id").GetString())
            .FirstOrDefault();
    }

    private static SendResult Result(HttpStatusCode status, string body)
    {
        if (status == HttpStatusCode.Created)
        {
            using var sent = JsonDocument.Parse(body);
            return new SendResult.Sent(sent.RootElement.GetProperty("id").GetString()!);
        }

        // 403 is a key or a clock that is wrong: staff mend it, and the texts are there still.
        return status switch
        {
            HttpStatusCode.TooManyRequests => new SendResult.Later("429"),
            HttpStatusCode.Forbidden => new SendResult.Later("403"),
            >= HttpStatusCode.InternalServerError => new SendResult.Unknown(((int)status).ToString(CultureInfo.InvariantCulture)),
            _ => new SendResult.Refused(ErrorOf(body) ?? ((int)status).ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static string? ErrorOf(string body)
    {
        try
        {
            return (string?)JsonNode.Parse(body)?["errors"]?[0]?["error"];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, $"{options.BaseAddress.TrimEnd('/')}{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.ServiceId,
            IssuedAt = clock.GetUtcNow().UtcDateTime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Secret)), SecurityAlgorithms.HmacSha256),
        }));
        return request;
    }
}
