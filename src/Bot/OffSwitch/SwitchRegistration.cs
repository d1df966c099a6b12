namespace TransformingLives.Bot.OffSwitch;

/// <summary>Registers the off switch.</summary>
internal static class SwitchRegistration
{
    public static IServiceCollection AddOffSwitch(this IServiceCollection services) => services
        .AddSingleton<SwitchBook>()
        .AddHostedService<SwitchWatch>();
}
