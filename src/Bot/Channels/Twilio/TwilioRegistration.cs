using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Channels.Voice;

namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>Twilio, when its auth token is set: texts and telephone.</summary>
internal static class TwilioRegistration
{
    private const string Path = "/twilio";

    public static void AddTwilio(this IServiceCollection services, IConfiguration configuration, PublicAddress address)
    {
        var options = configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>() ?? new TwilioOptions();
        if (options.IsOn && address.Configured is null)
        {
            throw new FormatException($"Twilio is switched on, so {PublicAddress.Setting} must be set: Twilio signs the address that it calls.");
        }

        services.AddSingleton(options);
        services.AddSingleton<CallConversations>();
        services.AddSingleton<CallBackCode>();
        services.AddSingleton<VoiceEndpoints>();
        if (options.CanSend)
        {
            services.AddTextProvider(_ => new TwilioTexts(OutsideHttp.Client(), options, address));
        }
    }

    public static void MapTwilio(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TwilioOptions>().IsOn)
        {
            var twilio = app.MapGroup(Path).DisableAntiforgery().AddEndpointFilter<TwilioWebhook>();
            twilio.MapTwilioTexts();
            VoiceEndpoints.Map(twilio);
        }
    }
}
