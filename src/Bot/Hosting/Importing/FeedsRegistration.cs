using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>Registers the imports that happen by themselves.</summary>
internal static class FeedsRegistration
{
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddDirectoryImport()
        .AddSingleton<Func<DirectoryImport>>(provider => provider.GetRequiredService<DirectoryImport>)
        .AddSingleton<FeedRefresh>()
        .AddHostedService<FeedTimer>();
}
