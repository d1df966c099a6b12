using Microsoft.Extensions.Options;
using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.Bot.Turns;

/// <summary>Registers what takes messages their way.</summary>
internal static class TurnsRegistration
{
    /// <summary>Adds the runner, and brings check-ins that fall due to it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Settings (docs/configuration.md); null: the defaults.</param>
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var pressure = services.AddOptions<PressureOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configuration is not null)
        {
            pressure.Bind(configuration.GetSection(PressureOptions.Section));
        }

        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PressureOptions>>().Value)
            .AddSingleton<TurnGate>()
            .AddRunner();
    }

    private static IServiceCollection AddRunner(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<TurnMeter>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<IWorkHandler>(provider => new CheckInHandler(provider.GetRequiredService<TurnRunner>, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IWorkHandler>(provider => new ProgressHandler(provider.GetRequiredService<TurnRunner>, provider.GetRequiredService<TimeProvider>()));
}
