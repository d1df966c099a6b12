using System.Xml.Linq;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.OffSwitch;

/// <summary>Texts and calls while the assistant is turned off.</summary>
public sealed class ChannelsOffTests
{
    private const string Words = "Our lines are being mended.";
    private const string Sid = "CA00000000000000000000000000000009";

    [Fact]
    public async Task A_text_has_the_number_to_ring_and_the_councils_words_and_danger_comes_first()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await TurnOffAsync(calls, "sms");

        var told = await calls.TextAsync("hot meals in Ely");
        var danger = await calls.TextAsync("she has collapsed and is not breathing");

        Assert.Contains("01632 960 100", told, StringComparison.Ordinal);
        Assert.Contains(Words, told, StringComparison.Ordinal);
        Assert.StartsWith("Ring 999", danger, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, danger, StringComparison.Ordinal);
        Assert.NotEmpty(await calls.Council.AlertsAsync());
    }

    [Fact]
    public async Task Stop_still_stops()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await TurnOffAsync(calls, "sms");

        Assert.Contains("no more texts", await calls.TextAsync("STOP"), StringComparison.Ordinal);
        Assert.Equal("", await calls.TextAsync("hello"));
    }

    [Fact]
    public async Task A_call_is_put_through_where_somebody_answers()
    {
        await using var calls = await TwilioCalls.StartAsync(("Twilio:DialTo", "+441632960100"));
        await TurnOffAsync(calls, "voice");

        var ring = await PostAsync(calls, "/twilio/voice", ("CallStatus", "ringing"));

        Assert.Contains(Words, ring.Value, StringComparison.Ordinal);
        Assert.Equal("+441632960100", ring.Element("Dial")!.Element("Number")!.Value);
    }

    [Fact]
    public async Task Where_nobody_answers_a_call_is_told_the_number_and_danger_is_still_heard()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await TurnOffAsync(calls, "voice");

        var ring = await PostAsync(calls, "/twilio/voice", ("CallStatus", "ringing"));
        var next = ring.Element("Gather")!.Attribute("action")!.Value[TwilioCalls.Public.Length..];
        var danger = await PostAsync(calls, next, ("SpeechResult", "she has collapsed and is not breathing"), ("Confidence", "0.1"));
        var silence = await PostAsync(calls, next.Replace("/answer?", "/answer?silent=1&", StringComparison.Ordinal), ("SpeechResult", ""));

        Assert.Contains("0 1 6 3 2", ring.Value.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("9 9 9", danger.Value, StringComparison.Ordinal);
        Assert.NotNull(silence.Element("Hangup"));
    }

    private static Task TurnOffAsync(TwilioCalls calls, string what) => calls.Council.Service<SwitchBook>().TurnOffAsync(new SwitchedOff(what, Words, "", "Ada Byron", calls.Council.Clock.GetUtcNow()));

    private static async Task<XElement> PostAsync(TwilioCalls calls, string path, params (string Name, string Value)[] form)
    {
        var (_, body) = await calls.PostAsync(path, [("CallSid", Sid), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), .. form]);
        return XDocument.Parse(body).Root!;
    }
}
