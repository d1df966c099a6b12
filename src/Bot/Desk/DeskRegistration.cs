using TransformingLives.Bot.Desk.Live;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.Referrals;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Desk.Watch;

namespace TransformingLives.Bot.Desk;

/// <summary>Registers the desk: who may come in, its pages, and the watch over its queue.</summary>
internal static class DeskRegistration
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddDeskSignIn();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<DeskLive>();
        services.AddSingleton<DeskWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskWatch>());
    }

    public static void MapDesk(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopmentSignIn();
        }

        app.MapSignOut();
        app.MapQueue();
        app.MapTakeover();
        app.MapReferrals();
        DeskLive.Map(app);
    }
}
