using System.Xml.Linq;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Texts by Twilio: <c>POST /twilio/sms</c> answers in Twilio's markup, <c>/twilio/sms/status</c> hears what became of texts we sent.</summary>
internal static class TwilioTextEndpoints
{
    private const string WhatsApp = "whatsapp:";

    public static void MapTwilioTexts(this IEndpointRouteBuilder twilio)
    {
        twilio.MapPost("/sms", ReceiveAsync);
        twilio.MapPost("/sms/status", StatusAsync);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, TextConversations texts)
    {
        if (Read(TwilioWebhook.FormOf(http)) is not { } text)
        {
            return Twiml.Nothing;
        }

        var answer = await texts.AnswerAsync(text, http.RequestAborted);
        return answer is null ? Twiml.Nothing : Twiml.Of(new XElement("Message", Twiml.Clean(answer)));
    }

    private static async Task<IResult> StatusAsync(HttpContext http, TextOutbox outbox)
    {
        var form = TwilioWebhook.FormOf(http);
        if (form["MessageSid"] is { Length: > 0 } sid)
        {
            await outbox.HearAsync(sid, DeliveryReport.FromTwilio(form["MessageStatus"]), form["ErrorCode"]);
        }

        return Results.NoContent();
    }

    // A name, a short code, or our own number can't be answered.
    private static IncomingText? Read(TwilioForm form)
    {
        var isWhatsApp = form["From"].StartsWith(WhatsApp, StringComparison.OrdinalIgnoreCase);
        var from = isWhatsApp ? form["From"][WhatsApp.Length..] : form["From"];
        return form["MessageSid"] is { Length: > 0 and <= 64 } sid && form["From"] != form["To"] && PhoneNumber.E164(from) is { } number
            ? new IncomingText(sid, isWhatsApp ? "whatsapp" : "sms", number, form["Body"], form["NumMedia"] is not ("" or "0"), form["OptOutType"].Length > 0)
            : null;
    }
}
