using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge;

/// <summary>Registers this module.</summary>
public static class CaseBridgeRegistration
{
    /// <summary>The name of this module's metrics and traces.</summary>
    public const string MeterName = "TransformingLives.CaseBridge";

    /// <summary>Adds the door, the outbox, the register and the delivery loop. Other modules add an <see cref="IWorkHandler"/> for each kind of work that is theirs.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connections">The database.</param>
    /// <param name="configuration">Settings (docs/configuration.md); null: the defaults.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">More than one case system is named.</exception>
    public static IServiceCollection AddCaseBridge(this IServiceCollection services, StorageConnections connections, IConfiguration? configuration = null)
    {
        var delivery = services.AddOptions<DeliveryOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configuration is not null)
        {
            delivery.Bind(configuration.GetSection(DeliveryOptions.Section));
        }

        services.AddSingleton(connections);
        services.AddSingleton<CommitQueue>();
        services.AddSingleton<RotateKeys>();
        services.AddSingleton(provider => new OutboxQueue(connections, provider.GetRequiredService<CommitQueue>(), provider.GetRequiredService<TimeProvider>())
        {
            Lease = provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.Timeout * 2,
        });
        services.AddSingleton(provider => new AuditTrail(connections, provider.GetRequiredService<CommitQueue>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CaseRegister(connections, provider.GetRequiredService<CommitQueue>(), provider.GetRequiredService<AuditTrail>(), provider.GetRequiredService<TimeProvider>())
        {
            Outbox = provider.GetRequiredService<OutboxQueue>(),
        });
        services.AddSingleton<AlertList>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<ProgressAnswers>();
        services.AddSingleton(provider => new CaseRecords(connections, provider.GetRequiredService<CaseRegister>(), provider.GetRequiredService<CaseFiles>()));
        services.AddCaseSystem(configuration);
        services.AddSingleton<IWorkHandler, ReferralHandler>();
        services.AddSingleton<IWorkHandler, AlertHandler>();
        services.AddSingleton<IWorkHandler, ReadBackHandler>();
        services.AddSingleton(provider => new CouncilCases(
            connections,
            provider.GetRequiredService<OutboxQueue>(),
            provider.GetRequiredService<CaseRegister>(),
            provider.GetRequiredService<AlertList>(),
            provider.GetRequiredService<CaseFiles>(),
            provider.GetRequiredService<ProgressAnswers>(),
            provider.GetRequiredService<DeliveryLoop>()));
        services.AddMetrics();
        services.AddSingleton<DeliveryMeter>();
        services.AddHostedService<OutboxWatch>();
        services.AddSingleton<DeliveryLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryLoop>());
        return services;
    }
}
