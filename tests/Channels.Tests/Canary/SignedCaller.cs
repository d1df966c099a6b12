using System.Net;
using System.Xml.Linq;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>Somebody with a telephone, as Twilio tells of them: texts, and one call step by step.</summary>
internal sealed class SignedCaller(RunningCouncil council)
{
    private const string Call = "CA00000000000000000000000000000873";
    private static readonly (string Name, string Value) From = ("From", CanaryPerson.Number);
    private static readonly (string Name, string Value) To = ("To", "+441632960101");
    private int texts;
    private XElement last = new("Response");

    public async Task<string> TextAsync(string words) =>
        (await PostAsync("/twilio/sms", ("MessageSid", $"SM{++texts:00000}"), From, To, ("Body", words), ("NumMedia", "0"))).Element("Message")?.Value ?? "";

    public Task<string> RingAsync() => StepAsync("/twilio/voice", ("CallStatus", "ringing"));

    public Task<string> SayAsync(string words, string confidence = "0.9") => StepAsync(Next, ("SpeechResult", words), ("Confidence", confidence));

    public Task<string> KeyAsync(string digits) => StepAsync(Next, ("Digits", digits));

    private string Next => last.Element("Gather")!.Attribute("action")!.Value[Door.Public.Length..];

    private async Task<string> StepAsync(string path, params (string Name, string Value)[] form)
    {
        last = await PostAsync(path, [("CallSid", Call), From, To, .. form]);
        return last.Value;
    }

    private async Task<XElement> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var body = new FormUrlEncodedContent(form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var request = Door.Signed(path, await body.ReadAsByteArrayAsync());
        using var answer = await council.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
