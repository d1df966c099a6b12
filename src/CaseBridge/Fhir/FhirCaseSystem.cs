using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>A FHIR R4 server as the case system (HL7 FHIR 4.0.1, "transaction" and "conditional create").</summary>
internal sealed class FhirCaseSystem(IHttpClientFactory clients, IOptions<FhirOptions> options) : ICaseSystem
{
    private const string Json = "application/fhir+json";
    private static readonly JsonSerializerOptions Written = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);
    private static readonly TimeSpan WhileAway = TimeSpan.FromSeconds(20);

    public string Name => "fhir";

    public bool TellsStatus => true;

    private string Root => options.Value.BaseAddress!.AbsoluteUri.TrimEnd('/');

    public async Task<DeliveryResult> SendAsync(Referral referral, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in TransactionParts.Of(ReferralBundle.Of(referral, options.Value.IdentifierBase), options.Value.LargestTransaction))
        {
            TransactionParts.Resolve(part, made);
            if (await TryAsync(() => SendAsync(part, made, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        return new DeliveryResult.Taken(made.Values.FirstOrDefault(location => location.StartsWith("ServiceRequest/", StringComparison.Ordinal)));
    }

    public async Task<CaseStatus?> ReadStatusAsync(Referral referral, CancellationToken cancellationToken)
    {
        // Nobody waits for this: a server that is away is asked another time.
        try
        {
            return await AskStatusAsync(referral, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException)
        {
            return null;
        }
    }

    private async Task<CaseStatus?> AskStatusAsync(Referral referral, CancellationToken cancellationToken)
    {
        var names = new FhirNames(options.Value.IdentifierBase, referral);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/Task?{FhirNames.Condition(names.Part("task"))}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        using var http = clients.CreateClient(nameof(FhirCaseSystem));
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return TaskStatusWords.Read(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Null when it is taken; what was made is noted.</summary>
    private async Task<DeliveryResult?> SendAsync(Bundle part, Dictionary<string, string> made, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(part, Written)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        using var http = clients.CreateClient(nameof(FhirCaseSystem));
        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return Failure(response, body);
        }

        if (TransactionAnswer.Locations(body, part.Entry.Count) is not { } locations)
        {
            return new DeliveryResult.Failed("The case system's answer could not be understood, so it is asked again. It creates nothing twice.");
        }

        foreach (var (entry, location) in part.Entry.Zip(locations))
        {
            made[entry.FullUrl!] = location;
        }

        return null;
    }

    private static DeliveryResult Failure(HttpResponseMessage response, string body)
    {
        var words = OutcomeWords.Of((int)response.StatusCode, body);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new DeliveryResult.Later(words, response.Headers.RetryAfter?.Delta ?? WhileAway),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DeliveryResult.Failed($"The case system does not let this program in. Look at the settings of the section Fhir. {words}"),
            HttpStatusCode.PreconditionFailed => new DeliveryResult.Refused($"The case system has more than one record with our identifier. Somebody there has to put them together first. {words}"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict => new DeliveryResult.Failed(words),
            >= HttpStatusCode.InternalServerError => new DeliveryResult.Failed(words),
            _ => new DeliveryResult.Refused(words),
        };
    }

    private static async Task<DeliveryResult?> TryAsync(Func<Task<DeliveryResult?>> send)
    {
        try
        {
            return await send();
        }
        catch (BrokenCircuitException)
        {
            return new DeliveryResult.Later("The case system is away. It is asked again by itself.", WhileAway);
        }
        catch (RateLimiterRejectedException)
        {
            return new DeliveryResult.Later("The case system has enough to do. It is asked again by itself.", WhileAway);
        }
        catch (TimeoutRejectedException)
        {
            return new DeliveryResult.Failed("The case system did not answer in time.");
        }
        catch (HttpRequestException)
        {
            return new DeliveryResult.Failed("The case system could not be reached, or the line was cut.");
        }
    }
}
