namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Lets nobody past who does not prove a secret, or a token for the very conversation in the address.</summary>
internal sealed class DirectLineAuthorization(DirectLineTokens tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly object Key = new();

    /// <summary>Who was let past.</summary>
    public static DirectLineCaller CallerOf(HttpContext http) => (DirectLineCaller)http.Items[Key]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return DirectLineProblem.NoAuthorization;
        }

        var (caller, refusal) = await WhoAsync(header[Scheme.Length..].Trim());
        if (caller is null)
        {
            return refusal;
        }

        var isForeign = !caller.HoldsSecret && http.Request.RouteValues["id"] is string id && id != caller.ConversationId;
        if (isForeign || !caller.MayComeFrom(http.Request.Headers.Origin.ToString()))
        {
            return DirectLineProblem.BadToken;
        }

        http.Items[Key] = caller;
        return await next(context);
    }

    private async Task<(DirectLineCaller? Caller, IResult? Refusal)> WhoAsync(string credential)
    {
        if (tokens.IsSecret(credential))
        {
            return (DirectLineCaller.WithSecret, null);
        }

        return await tokens.CheckAsync(credential, TokenPurpose.Conversation) switch
        {
            TokenCheck.Good good => (good.Caller, null),
            TokenCheck.Expired => (null, DirectLineProblem.Expired),
            _ => (null, DirectLineProblem.BadToken),
        };
    }
}
