using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Channels.Connector;
using TransformingLives.Bot.Channels.DirectLine;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Notify;
using TransformingLives.Bot.Channels.OpenReferral;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Bot.Channels;

/// <summary>The channels besides the page: each is on when its settings are there.</summary>
internal static class ChannelRegistration
{
    /// <param name="data">The data folder.</param>
    public static void AddChannels(this IServiceCollection services, IConfiguration configuration, string data)
    {
        services.AddSingleton<LiveLines>();
        services.AddSingleton<ChannelTables>();
        services.AddSingleton(new UploadFolder(Path.Combine(data, "files")));
        services.AddSingleton<KeptFiles>();
        services.AddSingleton<FreshPictures>();
        services.AddSingleton<AddressBook>();
        services.AddSingleton<CodeKey>();
        services.AddSingleton<CarryOnCodes>();
        services.AddSingleton<CarryOn>();
        var address = PublicAddress.From(configuration);
        services.AddSingleton(address);
        services.AddTexts();
        services.AddTwilio(configuration, address);
        services.AddDirectLine(configuration);
        services.AddNotify(configuration);
        services.AddConnector(configuration);
        services.AddScoped<CatalogueSource>();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapDirectLine();
        app.MapNotify();
        app.MapConnector();
        app.MapTwilio();
        app.MapCarryOn();
        app.MapOpenReferral();
    }
}
