using Microsoft.Extensions.Options;

namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>Registers the reloading of content.</summary>
internal static class ReloadRegistration
{
    public static IServiceCollection AddReloading(this IServiceCollection services, Folders folders)
    {
        services.AddOptions<ReloadOptions>().BindConfiguration(ReloadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(folders)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ReloadOptions>>().Value)
            .AddSingleton<ContentReload>()
            .AddHostedService<ContentWatch>();
    }
}
