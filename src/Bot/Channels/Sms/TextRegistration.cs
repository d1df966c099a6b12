using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Texts, whoever carries them.</summary>
internal static class TextRegistration
{
    public static void AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<TextConversations>();
        services.AddSingleton<SealedText>();
        services.AddSingleton<TextOutbox>();
    }

    /// <summary>Adds who carries them, and the loop that sends.</summary>
    public static void AddTextProvider(this IServiceCollection services, Func<IServiceProvider, ITextProvider> provider)
    {
        services.AddSingleton(provider);
        services.AddSingleton<IWorkHandler, AskedTexts>();
        services.AddSingleton<TextDelivery>();
        services.AddHostedService(services => services.GetRequiredService<TextDelivery>());
    }
}
