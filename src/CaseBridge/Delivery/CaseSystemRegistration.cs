using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using TransformingLives.CaseBridge.Drop;
using TransformingLives.CaseBridge.Fhir;
using TransformingLives.CaseBridge.Webhook;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Registers the case system beside the register, if one is named.</summary>
internal static class CaseSystemRegistration
{
    /// <exception cref="ValidationException">More than one is named.</exception>
    public static void AddCaseSystem(this IServiceCollection services, IConfiguration? configuration)
    {
        var (fhir, drop, webhook) = (Named(configuration, FhirOptions.Section, nameof(FhirOptions.BaseAddress)), Named(configuration, DropOptions.Section, nameof(DropOptions.Folder)), Named(configuration, WebhookOptions.Section, nameof(WebhookOptions.Address)));
        if (new[] { fhir, drop, webhook }.Count(section => section is not null) > 1)
        {
            throw new ValidationException("Referrals go to one case system: set one of Fhir__BaseAddress, Drop__Folder and Webhook__Address.");
        }

        if (fhir is not null)
        {
            services.AddFhir(fhir);
        }

        if (drop is not null)
        {
            services.AddOptions<DropOptions>().Bind(drop).ValidateDataAnnotations().ValidateOnStart();
            services.AddSingleton<ICaseSystem, DropCaseSystem>();
        }

        if (webhook is not null)
        {
            services.AddWebhook(webhook);
        }

        services.AddSingleton(new ReadBackTimes(fhir?.Get<FhirOptions>()!.ReadBackEvery ?? TimeSpan.FromHours(1)));
    }

    // No retry here: the outbox does that. And nobody is sent on to an address that wasn't set.
    private static void AddWebhook(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<WebhookOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(nameof(WebhookCaseSystem))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddResilienceHandler("webhook", pipeline => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { FailureRatio = 0.7, MinimumThroughput = 6, SamplingDuration = TimeSpan.FromSeconds(20), BreakDuration = TimeSpan.FromSeconds(15) })
                .AddTimeout(section.Get<WebhookOptions>()!.Timeout));
        services.AddSingleton<ICaseSystem, WebhookCaseSystem>();
    }

    private static IConfigurationSection? Named(IConfiguration? configuration, string section, string field) =>
        configuration?.GetSection(section) is { } found && !string.IsNullOrWhiteSpace(found[field]) ? found : null;
}
