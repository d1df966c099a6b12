namespace TransformingLives.Bot.Channels.Connector;

/// <summary>The Bot Framework connector, when an app id is set.</summary>
internal static class ConnectorRegistration
{
    public static void AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(ConnectorOptions.Section).Get<ConnectorOptions>() ?? new ConnectorOptions();
        if (options.Problem() is { } problem)
        {
            throw new FormatException(problem);
        }

        services.AddSingleton(options);
        if (!options.IsOn)
        {
            return;
        }

        services.AddSingleton(provider => new ConnectorKeys(options, OutsideHttp.Client(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ConnectorTokens(options, OutsideHttp.Client(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConnectorAuthorization>();
        services.AddSingleton<ConnectorPlaces>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorDelivery>(provider, OutsideHttp.Client()));
        services.AddHostedService(provider => provider.GetRequiredService<ConnectorDelivery>());
    }

    public static void MapConnector(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ConnectorOptions>().IsOn)
        {
            app.MapPost(ConnectorEndpoint.Path, ConnectorEndpoint.TakeAsync).DisableAntiforgery();
        }
    }
}
