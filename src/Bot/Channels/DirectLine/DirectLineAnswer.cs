using System.Data.Common;
using TransformingLives.Bot.Hosting;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Around every call: nothing is kept by caches, and a fault is told in the standard's shape.</summary>
internal sealed class DirectLineAnswer(ILogger<DirectLineAnswer> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Fault(http, http.Request.RouteValues["id"] as string ?? "", exception, logger);
        }
    }

    /// <summary>What is told of a fault, and logged: of storage that is away in the council's words, of anything else that it could not be stored.</summary>
    public static IResult Fault(HttpContext http, string conversationId, Exception exception, ILogger logger)
    {
        if (exception is StorageUnavailableException or SealBrokenException or DbException)
        {
            return DirectLineProblem.NotKept(StorageTrouble.Words(http, exception));
        }

        DirectLineLog.Failed(logger, Fingerprint.Of(conversationId), exception.GetType().Name);
        return DirectLineProblem.Failed;
    }
}
