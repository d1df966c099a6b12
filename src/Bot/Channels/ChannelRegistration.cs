using TransformingLives.Bot.Channels.DirectLine;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.OpenReferral;
using TransformingLives.Bot.Channels.Storage;

namespace TransformingLives.Bot.Channels;

/// <summary>The channels besides the page: each is on when its settings are there.</summary>
internal static class ChannelRegistration
{
    /// <param name="data">The data folder.</param>
    public static void AddChannels(this IServiceCollection services, IConfiguration configuration, string data)
    {
        services.AddSingleton<ChannelTables>();
        services.AddSingleton(new UploadFolder(Path.Combine(data, "files")));
        services.AddSingleton<KeptFiles>();
        services.AddSingleton(PublicAddress.From(configuration));
        services.AddDirectLine(configuration);
        services.AddScoped<CatalogueSource>();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapOpenReferral();
    }
}
