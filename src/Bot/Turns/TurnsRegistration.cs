using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.Bot.Turns;

/// <summary>Registers what takes messages their way.</summary>
internal static class TurnsRegistration
{
    /// <summary>Adds the runner, and brings check-ins that fall due to it.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<TurnMeter>()
        .AddSingleton<TurnRunner>()
        .AddSingleton<IWorkHandler>(provider => new CheckInHandler(provider.GetRequiredService<TurnRunner>, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IWorkHandler>(provider => new ProgressHandler(provider.GetRequiredService<TurnRunner>, provider.GetRequiredService<TimeProvider>()));
}
