using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Conversations;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Sms;

public sealed class TextTests
{
    [Fact]
    public async Task A_first_text_says_who_answers_and_how_to_stop_and_answers()
    {
        await using var calls = await TwilioCalls.StartAsync();

        var answer = await calls.TextAsync("hot meals in Ely");

        Assert.StartsWith("Example County Council, automatic assistant. In danger ring 999. Text STOP to stop.", answer, StringComparison.Ordinal);
        Assert.Contains("meal", answer, StringComparison.OrdinalIgnoreCase);
        Assert.True(TextSegments.Count(answer) <= TextPages.MostSegments);
        Assert.True(Gsm7.Has(answer));
    }

    [Fact]
    public async Task The_same_text_delivered_again_and_at_once_has_the_same_answer_and_is_stored_once()
    {
        await using var calls = await TwilioCalls.StartAsync();
        var first = await calls.TextAsync("hot meals in Ely", "SM1");
        await calls.TextAsync("blue badge", "SM2");

        Assert.Equal(first, await calls.TextAsync("hot meals in Ely", "SM1"));
        (string, string)[] form = [("MessageSid", "SM3"), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), ("Body", "respite")];
        var signature = await calls.SignAsync($"{TwilioCalls.Public}/twilio/sms", form);
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => calls.PostAsync("/twilio/sms", signature, form)));

        Assert.Single(together.Select(answer => answer.Body).Distinct());
        Assert.Equal(3, (await LogAsync(calls)).Count(entry => entry.Who == Speaker.Resident));
    }

    [Fact]
    public async Task Two_first_texts_at_once_begin_one_conversation()
    {
        await using var calls = await TwilioCalls.StartAsync();
        var forms = Enumerable.Range(1, 4).Select(number => new[] { ("MessageSid", $"SM{number}"), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), ("Body", "hello") }).ToList();
        var signed = new List<(string Signature, (string, string)[] Form)>();
        foreach (var form in forms)
        {
            signed.Add((await calls.SignAsync($"{TwilioCalls.Public}/twilio/sms", form), form));
        }

        await Task.WhenAll(signed.Select(one => calls.PostAsync("/twilio/sms", one.Signature, one.Form)));

        Assert.Equal(4, (await LogAsync(calls)).Count(entry => entry.Who == Speaker.Resident));
    }

    [Fact]
    public async Task A_long_answer_comes_in_pages_by_more_and_a_repeated_more_is_the_same_page()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("my mum has had a fall and can't manage the bath");
        await calls.TextAsync("Ely");
        await calls.TextAsync("yes she knows");
        await calls.TextAsync(string.Join(' ', Enumerable.Repeat("her garden and her cat and the choir on Thursdays", 8)));
        await calls.TextAsync(string.Join(' ', Enumerable.Repeat("she bakes for the whole street", 8)));
        var first = await calls.TextAsync("check my answers");
        Assert.EndsWith("Text MORE for the rest.", first, StringComparison.Ordinal);

        var second = await calls.TextAsync("More", "SM-more");
        var repeated = await calls.TextAsync("More", "SM-more");
        var pages = 0;
        for (var page = second; page.EndsWith("Text MORE for the rest.", StringComparison.Ordinal) && pages < 20; pages++)
        {
            page = await calls.TextAsync("more");
        }

        Assert.NotEqual(first, second);
        Assert.Equal(second, repeated);
        Assert.StartsWith("That was all of it", await calls.TextAsync("MORE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_made_by_its_number_or_its_words()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("my mum has had a fall and can't manage the bath");

        var question = await calls.TextAsync("Ely");
        Assert.Contains("1 Yes", question, StringComparison.Ordinal);
        await calls.TextAsync("2");

        var conversation = await calls.Council.Store.FindAsync((await AddressAsync(calls)).ConversationId, CancellationToken.None);
        Assert.NotEmpty(conversation!.Answers.ByQuestion);
        Assert.Contains(await LogAsync(calls), entry => entry.Text == "No");
    }

    [Fact]
    public async Task Danger_has_its_number_first_and_no_greeting_before_it()
    {
        await using var calls = await TwilioCalls.StartAsync();

        var answer = await calls.TextAsync("she has collapsed and is not breathing");

        Assert.Contains("999", answer.Split('\n')[0], StringComparison.Ordinal);
        Assert.Single(await calls.Council.AlertsAsync());
    }

    [Fact]
    public async Task After_stop_nothing_is_sent_danger_is_still_seen_and_start_goes_on()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("hot meals in Ely");
        Assert.Contains("no more texts", await calls.TextAsync(" Stop. "), StringComparison.Ordinal);

        Assert.Equal("", await calls.TextAsync("hot meals in Ely"));
        Assert.Equal("", await calls.TextAsync("he has collapsed and is not breathing"));
        Assert.NotEmpty(await calls.Council.AlertsAsync());

        Assert.Contains("texts from us again", await calls.TextAsync("yes"), StringComparison.Ordinal);
        Assert.NotEqual("", await calls.TextAsync("blue badge"));
    }

    [Theory]
    [InlineData("please stop the carers coming")]
    [InlineData("I want to cancel my meals")]
    [InlineData("Help, I have fallen")]
    public async Task Words_inside_a_sentence_are_no_keywords(string words)
    {
        await using var calls = await TwilioCalls.StartAsync();

        Assert.NotEqual("", await calls.TextAsync(words));
        Assert.Null((await AddressAsync(calls)).StoppedAt);
        Assert.Contains(await LogAsync(calls), entry => entry.Who == Speaker.Resident && entry.Text == words);
    }

    [Fact]
    public async Task Help_tells_who_we_are_and_what_Twilio_answered_is_not_answered_twice()
    {
        await using var calls = await TwilioCalls.StartAsync();

        Assert.Contains("In danger ring 999", await calls.TextAsync("HELP"), StringComparison.Ordinal);
        Assert.Equal("", await calls.TextAsync("HELP", null, TwilioCalls.Ada, ("OptOutType", "HELP")));
        Assert.Equal("", await calls.TextAsync("STOP", null, TwilioCalls.Ada, ("OptOutType", "STOP")));
        Assert.NotNull((await AddressAsync(calls)).StoppedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("NHSnoreply")]
    [InlineData("60006")]
    [InlineData(TwilioCalls.Ours)]
    [InlineData("+266696687")]
    public async Task Who_cannot_be_answered_is_not(string from)
    {
        await using var calls = await TwilioCalls.StartAsync();

        Assert.Equal("", await calls.TextAsync("hello", null, from));
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀😀")]
    [InlineData("\u0001\u0002 bell \u0000")]
    [InlineData("مرحبا، أحتاج إلى مساعدة")]
    public async Task Whatever_is_in_a_text_it_is_answered(string words)
    {
        await using var calls = await TwilioCalls.StartAsync();

        Assert.NotEqual("", await calls.TextAsync(words));
    }

    [Fact]
    public async Task A_number_that_was_silent_for_a_month_begins_anew()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("my mum has had a fall and can't manage the bath");
        var before = await AddressAsync(calls);

        calls.Council.Clock.AdjustTime(calls.Council.Clock.GetUtcNow() + TextConversations.LongestSilence);
        await calls.TextAsync("hot meals in Ely");

        Assert.NotEqual(before.ConversationId, (await AddressAsync(calls)).ConversationId);
    }

    [Fact]
    public async Task WhatsApp_is_a_conversation_of_its_own()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("hello");

        await calls.TextAsync("hello", null, $"whatsapp:{TwilioCalls.Ada}");

        Assert.NotEqual((await AddressAsync(calls)).ConversationId, (await calls.Council.Service<AddressBook>().FindAsync("whatsapp", TwilioCalls.Ada, CancellationToken.None))!.ConversationId);
    }

    private static async Task<ConversationAddress> AddressAsync(TwilioCalls calls) =>
        (await calls.Council.Service<AddressBook>().FindAsync("sms", TwilioCalls.Ada, CancellationToken.None))!;

    private static async Task<IReadOnlyList<LogEntry>> LogAsync(TwilioCalls calls) =>
        await calls.Council.Store.ReadLogAsync((await AddressAsync(calls)).ConversationId, 0, CancellationToken.None);
}
