using Microsoft.Extensions.DependencyInjection;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge;

/// <summary>Registers this module.</summary>
public static class CaseBridgeRegistration
{
    /// <summary>Adds the door, the outbox, the register and the delivery loop.</summary>
    public static IServiceCollection AddCaseBridge(this IServiceCollection services, StorageConnections connections)
    {
        services.AddSingleton(connections);
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<EmbeddedRegister>();
        services.AddSingleton<ICaseSystem>(provider => provider.GetRequiredService<EmbeddedRegister>());
        services.AddSingleton(provider => new CouncilCases(connections, provider.GetRequiredService<OutboxQueue>(), provider.GetRequiredService<EmbeddedRegister>(), provider.GetRequiredService<DeliveryLoop>()));
        services.AddSingleton<DeliveryLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryLoop>());
        return services;
    }
}
