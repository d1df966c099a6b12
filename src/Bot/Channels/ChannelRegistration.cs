using TransformingLives.Bot.Channels.DirectLine;
using TransformingLives.Bot.Channels.OpenReferral;

namespace TransformingLives.Bot.Channels;

/// <summary>The channels besides the page: each is on when its settings are there.</summary>
internal static class ChannelRegistration
{
    public static void AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
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
