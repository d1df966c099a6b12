using Microsoft.AspNetCore.Http.Features;

namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>Lets no webhook past that Twilio did not sign for our public address. Nothing of a refused one is kept.</summary>
internal sealed class TwilioWebhook(TwilioOptions options, PublicAddress address) : IEndpointFilter
{
    private const int LargestBody = 64 * 1024;
    private static readonly object Key = new();

    /// <summary>The fields of the webhook that was let past.</summary>
    public static TwilioForm FormOf(HttpContext http) => (TwilioForm)http.Items[Key]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var (body, refusal) = await BoundedBody.ReadAsync(http.Request, LargestBody);
        if (body is null)
        {
            return Refuse(refusal, "This is too large, or came too slowly.");
        }

        if (body.Length > 0 && !http.Request.HasFormContentType)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send a form.");
        }

        var form = TwilioForm.Parse(body);
        if (!IsSigned(http, form))
        {
            return Refuse(StatusCodes.Status403Forbidden, "The signature is missing or wrong.");
        }

        http.Items[Key] = form;
        return await next(context);
    }

    private bool IsSigned(HttpContext http, TwilioForm form)
    {
        var signature = http.Request.Headers["X-Twilio-Signature"].ToString();
        string[] tokens = [options.AuthToken, .. options.EarlierAuthToken.Length > 0 ? [options.EarlierAuthToken] : Array.Empty<string>()];
        return signature.Length > 0 && Addresses(http).Any(one => TwilioSignature.IsGood(signature, one, form.Fields, tokens));
    }

    // A proxy may take the path of the public address off, or leave it on.
    private IEnumerable<string> Addresses(HttpContext http)
    {
        var configured = address.Configured!;
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        yield return $"{configured.AbsoluteUri.TrimEnd('/')}{target}";
        if (configured.AbsolutePath.Length > 1 && target.StartsWith($"{configured.AbsolutePath.TrimEnd('/')}/", StringComparison.Ordinal))
        {
            yield return $"{configured.GetLeftPart(UriPartial.Authority)}{target}";
        }
    }

    private static IResult Refuse(int status, string why) => Results.Text(why, "text/plain; charset=utf-8", statusCode: status);
}
