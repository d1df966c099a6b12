using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations.Waiting;

namespace TransformingLives.Bot.Conversations;

/// <summary>Registers this room.</summary>
internal static class ConversationRegistration
{
    /// <summary>Adds the store and the feed of news, which reaches listeners on every node. Needs the case bridge.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ConversationStore>()
        .AddSingleton<ConversationFeed>()
        .AddSingleton<AppointmentBook>()
        .AddSingleton<IHandoffDesk, BuiltInDesk>()
        .AddSingleton<DeskQueue>()
        .AddSingleton<DeskPresence>()
        .AddHostedService<FeedAcrossNodes>();
}
