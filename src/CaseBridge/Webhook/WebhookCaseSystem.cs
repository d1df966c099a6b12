using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Webhook;

/// <summary>Posts each referral as a signed event. The outbox tries again until the receiver has said that it has it; the event's id stays, so that it has it once.</summary>
internal sealed class WebhookCaseSystem(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider clock) : ICaseSystem
{
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(20);

    public string Name => "webhook";

    public bool TellsStatus => false;

    public async Task<DeliveryResult> SendAsync(Referral referral, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(ReferralEvent.Of(referral, options.Value.Source), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new DeliveryResult.Later("The receiver is away. It is asked again by itself.", WhileAway);
        }
        catch (TimeoutRejectedException)
        {
            return new DeliveryResult.Failed("The receiver did not answer in time.");
        }
        catch (HttpRequestException)
        {
            return new DeliveryResult.Failed("The receiver could not be reached, or the line was cut.");
        }
    }

    public Task<CaseStatus?> ReadStatusAsync(Referral referral, CancellationToken cancellationToken) => Task.FromResult<CaseStatus?>(null);

    private async Task<DeliveryResult> PostAsync(ReferralEvent happened, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address) { Content = new ByteArrayContent(happened.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ReferralEvent.ContentType);
        WebhookSignature.Sign(request, happened, clock.GetUtcNow(), options.Value.Key);
        using var http = clients.CreateClient(nameof(WebhookCaseSystem));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new DeliveryResult.Taken(happened.Id),

            // It has this event already.
            HttpStatusCode.Conflict => new DeliveryResult.Taken(happened.Id),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new DeliveryResult.Later("The receiver has enough to do. It is asked again by itself.", response.Headers.RetryAfter?.Delta ?? WhileAway),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DeliveryResult.Failed("The receiver does not accept our signature. Look at Webhook__Secret here and there."),
            HttpStatusCode.NotFound => new DeliveryResult.Failed("There is nobody at Webhook__Address. Look at the address."),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Gone or HttpStatusCode.RequestEntityTooLarge =>
                new DeliveryResult.Refused(FormattableString.Invariant($"The receiver does not take this referral as it is ({(int)response.StatusCode}). Ask there what is wrong with it.")),
            _ => new DeliveryResult.Failed(FormattableString.Invariant($"The receiver answered {(int)response.StatusCode}.")),
        };
    }
}
