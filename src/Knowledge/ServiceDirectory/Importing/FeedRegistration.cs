using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Registers the import of directories.</summary>
public static class FeedRegistration
{
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(60);

    /// <summary>Adds <see cref="DirectoryImport"/>, with a client that tries again when a feed is busy. Needs a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddDirectoryImport(this IServiceCollection services)
    {
        services.AddHttpClient<FeedClient>(http =>
            {
                http.DefaultRequestHeaders.UserAgent.ParseAdd("TransformingLives/1.0");
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                ConnectCallback = PublicConnections.ConnectAsync,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddStandardResilienceHandler(options =>
            {
                options.Retry.ShouldHandle = arguments => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(arguments.Outcome) && arguments.Outcome.Exception?.InnerException is not PrivateAddressException);
                options.AttemptTimeout.Timeout = OneTry;
                options.TotalRequestTimeout.Timeout = OneTry * 4;
                options.CircuitBreaker.SamplingDuration = OneTry * 2;
            });
        return services.AddTransient<DirectoryImport>();
    }
}
