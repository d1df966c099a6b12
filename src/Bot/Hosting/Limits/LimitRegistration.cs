using Microsoft.Extensions.Options;

namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>Registers the limits at the door.</summary>
internal static class LimitRegistration
{
    /// <exception cref="FormatException">A trusted proxy can't be read.</exception>
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TrustedProxies.From(configuration));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LimitOptions>>().Value);
        services.AddSingleton(provider => new DoorLimits(provider.GetRequiredService<LimitOptions>(), provider.GetRequiredService<TrustedProxies>(), provider.GetRequiredService<TimeProvider>()));
    }
}
