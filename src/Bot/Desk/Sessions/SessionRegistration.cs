namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Registers the sessions of the desk.</summary>
internal static class SessionRegistration
{
    public static IServiceCollection AddSessions(this IServiceCollection services, SessionLimits limits) => services
        .AddSingleton(limits)
        .AddSingleton<DeskSessions>()
        .AddHostedService<SessionWatch>();
}
