using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Says who we are: with a fixed token, or with one fetched for us and renewed once when it is refused.</summary>
internal sealed class FhirAuthorization(SmartTokens tokens, IOptions<FhirOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.ClientId is null)
        {
            request.Headers.Authorization = options.Value.BearerToken is { } fixedToken ? new AuthenticationHeaderValue("Bearer", fixedToken) : null;
            return await base.SendAsync(request, cancellationToken);
        }

        var token = await tokens.TokenAsync(null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.TokenAsync(token, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
