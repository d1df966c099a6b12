using System.Net;
using System.Xml.Linq;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Voice;
using TransformingLives.Bot.Conversations;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Voice;

public sealed class CallTests
{
    private const string Sid = "CA00000000000000000000000000000001";

    [Fact]
    public async Task A_call_is_welcomed_listens_in_British_English_and_never_ends_in_silence()
    {
        await using var calls = await TwilioCalls.StartAsync();

        var twiml = await RingAsync(calls);

        var gather = twiml.Element("Gather")!;
        Assert.Equal("speech dtmf", gather.Attribute("input")!.Value);
        Assert.Equal("en-GB", gather.Attribute("language")!.Value);
        Assert.Equal("true", gather.Attribute("actionOnEmptyResult")!.Value);
        Assert.StartsWith(TwilioCalls.Public, gather.Attribute("action")!.Value, StringComparison.Ordinal);
        Assert.Contains("find care and support", gather.Value, StringComparison.Ordinal);
        Assert.Contains("press 1", gather.Value, StringComparison.Ordinal);
        Assert.NotNull(twiml.Element("Redirect"));
    }

    [Fact]
    public async Task What_is_said_is_answered_aloud_with_numbers_digit_by_digit()
    {
        await using var calls = await TwilioCalls.StartAsync();

        var answer = await SayAsync(calls, await RingAsync(calls), "she has collapsed and is not breathing", "0.9");

        Assert.Contains("9 9 9", answer.Value, StringComparison.Ordinal);
        Assert.NotEmpty(await calls.Council.AlertsAsync());
    }

    [Fact]
    public async Task The_same_step_delivered_again_is_one_turn_with_one_answer()
    {
        await using var calls = await TwilioCalls.StartAsync();
        var ring = await RingAsync(calls);

        var first = await SayAsync(calls, ring, "hot meals in Ely", "0.9");
        var again = await SayAsync(calls, ring, "hot meals in Ely", "0.9");

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Single(await LogAsync(calls), entry => entry.Who == Speaker.Resident);
    }

    [Fact]
    public async Task What_was_hardly_heard_is_read_back_and_counts_when_it_is_right()
    {
        await using var calls = await TwilioCalls.StartAsync();
        var ring = await RingAsync(calls);

        var readBack = await SayAsync(calls, ring, "hot meals in Ely", "0.2");
        Assert.Contains("I heard: hot meals in Ely", readBack.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("hot meals", readBack.Element("Gather")!.Attribute("action")!.Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await LogAsync(calls), entry => entry.Who == Speaker.Resident);

        await KeyAsync(calls, readBack, "1");
        Assert.Contains(await LogAsync(calls), entry => entry.Text == "hot meals in Ely");
    }

    [Fact]
    public async Task Danger_that_was_hardly_heard_is_acted_on_at_once()
    {
        await using var calls = await TwilioCalls.StartAsync();

        var answer = await SayAsync(calls, await RingAsync(calls), "she has collapsed and is not breathing", "0.1");

        Assert.Contains("9 9 9", answer.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_met_with_the_question_then_with_keys_then_with_a_person()
    {
        await using var calls = await TwilioCalls.StartAsync(("Twilio:DialTo", "+441632960100"));
        var ring = await RingAsync(calls);

        var once = await SayAsync(calls, ring, "", "");
        var twice = await SayAsync(calls, once, "", "");
        var thrice = await SayAsync(calls, twice, "", "");

        Assert.Contains("didn't hear", once.Value, StringComparison.Ordinal);
        Assert.Contains("keys on your phone", twice.Value, StringComparison.Ordinal);
        Assert.Equal("+441632960100", thrice.Element("Dial")!.Element("Number")!.Value);
    }

    [Fact]
    public async Task Key_0_is_a_person_in_hours_and_the_assistant_goes_on_when_nobody_answers()
    {
        await using var calls = await TwilioCalls.StartAsync(("Twilio:DialTo", "+441632960100"));

        var dial = await KeyAsync(calls, await RingAsync(calls), "0");
        var after = await PostAsync(calls, dial.Element("Dial")!.Attribute("action")!.Value, ("DialCallStatus", "no-answer"));

        Assert.Contains("nobody could answer", after.Value, StringComparison.Ordinal);
        Assert.NotNull(after.Element("Gather"));
        Assert.NotEmpty(await calls.Council.AlertsAsync());
    }

    [Fact]
    public async Task Out_of_hours_nobody_is_rung_and_the_wish_is_at_the_desk()
    {
        await using var calls = await TwilioCalls.StartAsync(("Twilio:DialTo", "+441632960100"));
        calls.Council.Clock.AdjustTime(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero));

        var answer = await KeyAsync(calls, await RingAsync(calls), "0");

        Assert.Null(answer.Element("Dial"));
        Assert.NotNull(answer.Element("Gather"));
        Assert.NotEmpty(await calls.Council.AlertsAsync());
    }

    [Fact]
    public async Task Slower_is_slower_and_a_choice_is_made_by_its_key()
    {
        await using var calls = await TwilioCalls.StartAsync();
        var ring = await RingAsync(calls);

        var slow = await SayAsync(calls, ring, "Slower please.", "0.9");
        Assert.All(slow.Descendants("Say"), say => Assert.Equal("slow", say.Element("prosody")!.Attribute("rate")!.Value));
        var chosen = await KeyAsync(calls, slow, "3");

        Assert.NotEmpty(chosen.Descendants("prosody"));
        Assert.Contains(await LogAsync(calls), entry => entry.Text == "What will I have to pay for care?");
    }

    [Theory]
    [InlineData("/twilio/voice/status")]
    [InlineData("/twilio/voice/answer?after=9&silences=0&slow=0")]
    [InlineData("/twilio/voice/answer?after=nonsense&silences=-4")]
    [InlineData("/twilio/voice/dialled")]
    public async Task Words_that_arrive_late_or_in_no_order_do_no_harm(string path)
    {
        await using var calls = await TwilioCalls.StartAsync();

        var (status, _) = await calls.PostAsync(path, ("CallSid", Sid), ("CallStatus", "completed"), ("SpeechResult", "and another thing"));

        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("Ring 01632 960 100, or 999.", "Ring 0 1 6 3 2, 9 6 0, 1 0 0, or 9 9 9.")]
    [InlineData("It costs £620.00 a week, about 4 times.", "It costs £620.00 a week, about 4 times.")]
    public void Telephone_numbers_are_read_digit_by_digit_and_money_is_not(string text, string spoken) => Assert.Equal(spoken, SpokenNumbers.In(text));

    private static async Task<XElement> RingAsync(TwilioCalls calls) => await PostAsync(calls, $"{TwilioCalls.Public}/twilio/voice", ("CallStatus", "ringing"));

    private static Task<XElement> SayAsync(TwilioCalls calls, XElement before, string words, string confidence) =>
        PostAsync(calls, before.Element("Gather")!.Attribute("action")!.Value, ("SpeechResult", words), ("Confidence", confidence));

    private static Task<XElement> KeyAsync(TwilioCalls calls, XElement before, string digits) =>
        PostAsync(calls, before.Element("Gather")!.Attribute("action")!.Value, ("Digits", digits));

    private static async Task<XElement> PostAsync(TwilioCalls calls, string url, params (string Name, string Value)[] form)
    {
        var (status, body) = await calls.PostAsync(url[TwilioCalls.Public.Length..], [("CallSid", Sid), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), .. form]);
        Assert.Equal(HttpStatusCode.OK, status);
        return XDocument.Parse(body).Root!;
    }

    private static async Task<IReadOnlyList<LogEntry>> LogAsync(TwilioCalls calls)
    {
        var call = await calls.Council.Service<AddressBook>().FindAsync("call", Sid, CancellationToken.None);
        return await calls.Council.Store.ReadLogAsync(call!.ConversationId, 0, CancellationToken.None);
    }
}
