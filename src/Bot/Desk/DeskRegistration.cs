using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Desk.Appointments;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Authoring;
using TransformingLives.Bot.Desk.Calibration;
using TransformingLives.Bot.Desk.Chatwoot;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Desk.Files;
using TransformingLives.Bot.Desk.Supervising;
using TransformingLives.Bot.Desk.Live;
using TransformingLives.Bot.Desk.Model;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.Referrals;
using TransformingLives.Bot.Desk.Returns;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.Bot.Desk.Sessions;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Status;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Desk.TurningOff;
using TransformingLives.Bot.Desk.Unanswered;
using TransformingLives.Bot.Desk.Watch;

namespace TransformingLives.Bot.Desk;

/// <summary>Registers the desk: who may come in, its pages, and the watch over its queue.</summary>
internal static class DeskRegistration
{
    /// <exception cref="FormatException">The settings of the sign-in can't be used.</exception>
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var isSecure = PublicAddress.From(builder.Configuration).IsHttps;
        services.AddDeskSignIn(DeskDoor.From(builder.Configuration, builder.Environment.IsDevelopment()), SessionLimits.From(builder.Configuration), isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = OwnCookie.Name("tl-form", isSecure);

            // It would forbid frames on the one page that the council allows in them; every page says for itself.
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddChatwoot(builder.Configuration);
        services.AddSingleton<ViewAudit>();
        services.AddSingleton<UnansweredQuestions>();
        services.AddSingleton<ReadFigures>();
        services.AddSingleton<ReviewBook>();
        services.AddSingleton<AnswerVotes>();
        services.AddSingleton<ContentHistory>();
        services.AddSingleton<PublishContent>();
        services.AddSingleton<ClosedRequests>();
        services.AddSingleton<TableTrials>();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<DeskLive>();
        services.AddSingleton<DeskWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskWatch>());
    }

    public static void MapDesk(this WebApplication app)
    {
        app.MapDeskSignIn(app.Services.GetRequiredService<DeskDoor>());
        app.MapSessions();
        app.MapChatwoot();
        app.MapQueue();
        app.MapTakeover();
        app.MapFloor();
        app.MapReviews();
        app.MapFiles();
        app.MapReferrals();
        app.MapAppointments();
        app.MapFigures();
        app.MapCalibration();
        app.MapReturns();
        app.MapUnanswered();
        app.MapAuthoring();
        app.MapAudit();
        app.MapModel();
        app.MapStatus();
        app.MapTurningOff();
        DeskLive.Map(app);
    }
}
