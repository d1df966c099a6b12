using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>An address that takes bodies from outside, with good ones, and how a request proves itself so that the body is really looked at.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="ContentType">The type that good bodies have.</param>
/// <param name="Good">Good bodies.</param>
/// <param name="Make">Makes a request with a body that proves itself.</param>
internal sealed record Door(string Name, string ContentType, string[] Good, Func<byte[], HttpRequestMessage> Make)
{
    public const string Public = "https://care.example.gov.uk";
    public const string TwilioToken = "12345678901234567890123456789012";
    public const string DirectLineSecret = "a-secret-only-for-these-tests";
    public const string NotifyCallback = "a-token-only-for-these-tests";

    /// <summary>The settings with which all of them are open.</summary>
    public static (string Name, string Value)[] Settings =>
    [
        ("PublicBaseAddress", Public), ("Twilio:AuthToken", TwilioToken), ("Twilio:AccountSid", "AC00000000000000000000000000000001"), ("DirectLine:Secret", DirectLineSecret),
        ("GovukNotify:ApiKey", "care-11111111-1111-1111-1111-111111111111-22222222-2222-2222-2222-222222222222"), ("GovukNotify:TemplateId", "33333333-3333-3333-3333-333333333333"),
        ("GovukNotify:CallbackToken", NotifyCallback), ("GovukNotify:BaseAddress", "http://127.0.0.1:9"),
    ];

    /// <summary>All doors of a running program.</summary>
    /// <param name="visitor">Whose conversation and whose open page it is.</param>
    public static Door[] All(Func<Visitor> visitor) =>
    [
        new("chat", Form, ["text=hot+meals+in+Ely&key=abc&shown=own", "text=&text=yes&key="], body => visitor().Sign(Post("/chat", Form, body))),
        new("carry-on", Form, ["a=b"], body => visitor().Sign(Post("/carry-on", Form, body))),
        new("vote", Form, ["vote=2%3Ayes&shown=own"], body => visitor().Sign(Post("/chat/helpful", Form, body))),
        new("tokens", Json, ["""{"user":{"id":"dl_ada","name":"Ada"},"trustedOrigins":["https://www.example.gov.uk"]}"""], body => Bearer(Post("/v3/directline/tokens/generate", Json, body), DirectLineSecret)),
        new("conversations", Json, ["""{"user":{"id":"dl_ada"},"locale":"en-GB"}"""], body => Bearer(Post("/v3/directline/conversations", Json, body), DirectLineSecret)),
        new(
            "activities",
            Json,
            ["""{"type":"message","text":"hot meals in Ely","from":{"id":"dl_ada","role":"user"},"channelData":{"clientActivityID":"st2l7d4t1x"},"entities":[{"type":"ClientCapabilities"}]}""", """{"type":"event","name":"x","value":{"text":"yes"}}""", """{"type":"typing"}"""],
            body => Bearer(Post($"/v3/directline/conversations/{visitor().Conversation}/activities", Json, body), DirectLineSecret)),
        new(
            "upload",
            "multipart/form-data; boundary=x",
            ["--x\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\"type\":\"message\"}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 1 0 obj<</Type/Catalog>>endobj\r\n--x--\r\n"],
            body => Bearer(Post($"/v3/directline/conversations/{visitor().Conversation}/upload?userId=dl_ada", "multipart/form-data; boundary=x", body), DirectLineSecret)),
        new("sms", Form, ["MessageSid=SM1&From=%2B447700900123&To=%2B441632960101&Body=hot+meals+in+Ely&NumMedia=0", "MessageSid=SM2&From=whatsapp%3A%2B447700900124&To=whatsapp%3A%2B441632960101&Body=STOP"], body => Signed("/twilio/sms", body)),
        new("sms-status", Form, ["MessageSid=SM1&MessageStatus=delivered&ErrorCode="], body => Signed("/twilio/sms/status", body)),
        new("voice", Form, ["CallSid=CA1&From=%2B447700900123&To=%2B441632960101&CallStatus=ringing"], body => Signed("/twilio/voice", body)),
        new("voice-answer", Form, ["CallSid=CA1&From=%2B447700900123&SpeechResult=hot+meals+in+Ely&Confidence=0.9", "CallSid=CA1&From=%2B447700900123&Digits=1"], body => Signed("/twilio/voice/answer?after=1&silences=0&slow=0", body)),
        new("voice-confirm", Form, ["CallSid=CA1&SpeechResult=yes"], body => Signed("/twilio/voice/confirm?after=1&silences=0&slow=0&heard=CfDJ8nonsense", body)),
        new("voice-dialled", Form, ["CallSid=CA1&From=%2B447700900123&DialCallStatus=no-answer"], body => Signed("/twilio/voice/dialled", body)),
        new("notify", Json, ["""{"id":"r1","source_number":"447700900123","destination_number":"07700900111","message":"hot meals in Ely","date_received":"2026-11-23T10:00:00Z"}"""], body => Bearer(Post("/notify/received", Json, body), NotifyCallback)),
        new("notify-status", Json, ["""{"id":"n1","reference":"one","to":"447700900123","status":"delivered"}"""], body => Bearer(Post("/notify/status", Json, body), NotifyCallback)),
    ];

    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    private static HttpRequestMessage Post(string path, string type, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return request;
    }

    private static HttpRequestMessage Bearer(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>A form signed as Twilio signs it: over the fields as they decode.</summary>
    public static HttpRequestMessage Signed(string path, byte[] body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            fields.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        var request = Post(path, Form, body);
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", TwilioSignature.Of($"{Public}{path}", fields, TwilioToken));
        return request;
    }
}
