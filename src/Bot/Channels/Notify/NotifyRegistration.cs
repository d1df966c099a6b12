using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Bot.Channels.Notify;

/// <summary>GOV.UK Notify, when its API key is set: then it carries the texts.</summary>
internal static class NotifyRegistration
{
    public static void AddNotify(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(NotifyOptions.Section).Get<NotifyOptions>() ?? new NotifyOptions();
        if (options.Problem() is { } problem)
        {
            throw new FormatException(problem);
        }

        if (options.IsOn && (configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>()?.CanSend ?? false))
        {
            throw new FormatException("Texts can go by Twilio or by GOV.UK Notify, not by both: take out Twilio__From and Twilio__MessagingServiceSid, or GovukNotify__ApiKey.");
        }

        services.AddSingleton(options);
        if (options.IsOn)
        {
            services.AddTextProvider(provider => new NotifyTexts(OutsideHttp.Client(), options, provider.GetRequiredService<TimeProvider>()));
        }
    }
}
