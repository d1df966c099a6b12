using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>A desk in Chatwoot, when its address is set.</summary>
internal static class ChatwootRegistration
{
    /// <exception cref="FormatException">The settings can't be used.</exception>
    public static void AddChatwoot(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(ChatwootOptions.Section).Get<ChatwootOptions>() ?? new ChatwootOptions();
        if (options.Problem() is { } problem)
        {
            throw new FormatException(problem);
        }

        services.AddSingleton(options);
        if (!options.IsOn)
        {
            return;
        }

        services.AddSingleton(new ChatwootApi(OutsideHttp.Client(), options));
        services.AddSingleton<ChatwootPlaces>();
        services.AddSingleton<ChatwootWebhook>();
        services.AddSingleton<IHandoffDesk>(provider => new ChatwootDesk(provider.GetRequiredService<CouncilCases>));
        services.AddSingleton<IWorkHandler>(provider => ActivatorUtilities.CreateInstance<TellChatwoot>(provider, (Func<ConversationStore>)provider.GetRequiredService<ConversationStore>));
    }

    public static void MapChatwoot(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ChatwootOptions>().IsOn)
        {
            app.MapPost(ChatwootWebhook.Path, (HttpContext http, ChatwootWebhook webhook) => webhook.TakeAsync(http)).DisableAntiforgery();
        }
    }
}
