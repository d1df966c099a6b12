using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Registers the FHIR case system, if one is named.</summary>
internal static class FhirRegistration
{
    private const int AtOnce = 8;

    public static IServiceCollection AddFhir(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<FhirOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SmartTokens>();
        services.AddHttpClient(nameof(SmartTokens)).AddStandardResilienceHandler();
        services.AddTransient<FhirAuthorization>();
        services.AddHttpClient(nameof(FhirCaseSystem))
            .AddHttpMessageHandler<FhirAuthorization>()
            .AddResilienceHandler("case system", Protect);
        return services.AddSingleton<ICaseSystem, FhirCaseSystem>();
    }

    /// <summary>No retry here: the outbox does that, over hours. What fails fast is a server that is down, and what is never done is to flood one that comes back.</summary>
    private static void Protect(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var options = context.ServiceProvider.GetRequiredService<IOptions<FhirOptions>>().Value;
        pipeline
            .AddConcurrencyLimiter(AtOnce, queueLimit: AtOnce)
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { FailureRatio = 0.7, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(20), BreakDuration = TimeSpan.FromSeconds(15) })
            .AddTimeout(options.Timeout);
    }
}
