namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0, as Microsoft's own clients speak it: any Bot Framework client can be a channel of this council.</summary>
internal static class DirectLineEndpoints
{
    public const string Path = "/v3/directline";
    private const string Cors = "directline";

    public static void AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(DirectLineOptions.Section).Get<DirectLineOptions>() ?? new DirectLineOptions();
        if (options.Problem() is { } problem)
        {
            throw new FormatException(problem);
        }

        services.AddSingleton(options);
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ActivitySets>();
        services.AddSingleton<ActivityStreams>();
        services.AddCors(cors => cors.AddPolicy(Cors, policy => policy
            .WithOrigins(options.AllowedOrigins)
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "accept", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    /// <summary>Takes the WebSockets of streams; nothing behind it sees them.</summary>
    public static void UseActivityStreams(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DirectLineOptions>().IsOn)
        {
            app.Use(next => http => app.Services.GetRequiredService<ActivityStreams>().AnswerAsync(http, next));
        }
    }

    public static void MapDirectLine(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DirectLineOptions>().IsOn)
        {
            return;
        }

        var all = app.MapGroup(Path).RequireCors(Cors).DisableAntiforgery().AddEndpointFilter<DirectLineAnswer>();
        all.MapGet("/conversations/{id}/stream", (HttpContext http, string id, ActivityStreams streams) => streams.OpenAsync(http, id));
        all.MapGet("/conversations/{id}/files/{fileId}", UploadEndpoint.GiveAsync);
        all.MapMethods("/{**anything}", ["GET", "POST", "PUT", "DELETE", "PATCH"], () => DirectLineProblem.ForStatus(StatusCodes.Status404NotFound)).WithOrder(1000);
        var proven = all.MapGroup("").AddEndpointFilter<DirectLineAuthorization>();
        proven.MapPost("/tokens/generate", TokenEndpoints.GenerateAsync);
        proven.MapPost("/tokens/refresh", TokenEndpoints.Refresh);
        proven.MapPost("/conversations", ConversationEndpoints.StartAsync);
        proven.MapGet("/conversations/{id}", ConversationEndpoints.ReconnectAsync);
        proven.MapGet("/conversations/{id}/activities", ActivityEndpoints.PollAsync);
        proven.MapPost("/conversations/{id}/activities", ActivityEndpoints.SendAsync);
        proven.MapPost("/conversations/{id}/upload", UploadEndpoint.TakeAsync);
    }
}
