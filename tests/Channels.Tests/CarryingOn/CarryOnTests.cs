using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;
using TransformingLives.Channels.Tests.Sms;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.CarryingOn;

public sealed class CarryOnTests
{
    [Fact]
    public async Task A_story_begins_on_the_web_goes_on_by_text_ends_by_phone_and_is_one_referral_with_all_of_it()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("My wife Margaret has dementia and I help her all day. I'm no carer, I'm her husband.");

        var joined = await calls.TextAsync(await browser.CodeAsync());
        Assert.Contains("don't have to tell me anything twice", joined, StringComparison.Ordinal);
        var resident = MrAndMrsJones.AtFirst.But(("arrange", "Yes please"), ("offer.estimate", "no thanks"), ("offer.helper", "no thanks"));
        await TalkAsync(calls, resident, words => calls.TextAsync(words));

        var toRing = await calls.TextAsync("PHONE");
        var call = new Call(calls);
        await call.RingAsync();
        await call.KeyAsync(Code(toRing));
        await TalkAsync(calls, MrAndMrsJones.ToTheEnd.But(("offer.estimate", "no thanks")), words => call.SayAsync(words));

        var referral = await OnlyReferralAsync(calls.Council, one => one.Answers.Any(answer => answer.QuestionId == "person_date_of_birth"));
        var log = await calls.Council.Store.ReadLogAsync(referral.ConversationId, 0, CancellationToken.None);
        Assert.Contains(log, entry => entry.Text.Contains("I'm no carer", StringComparison.Ordinal));
        Assert.StartsWith("Margaret", referral.Person.Name, StringComparison.Ordinal);
        Assert.Contains(referral.Network, line => line.Contains("daughter", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(referral.WhatMatters, line => line.Contains("together", StringComparison.Ordinal));
        Assert.Contains(referral.Answers, answer => answer.QuestionId == "person_date_of_birth");
        Assert.Equal("07700900123", referral.Person.Phone);
    }

    [Fact]
    public async Task A_code_works_once_and_the_same_text_again_has_the_same_answer()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("hot meals in Ely");
        var code = await browser.CodeAsync();

        var first = await calls.TextAsync(code, "SM900");

        Assert.Equal(first, await calls.TextAsync(code, "SM900"));
        Assert.Contains("code is not right", await calls.TextAsync(code, "SM901", "+447700900456"), StringComparison.Ordinal);
        Assert.Null(await calls.Council.Service<AddressBook>().FindAsync("sms", "+447700900456", CancellationToken.None));
    }

    [Fact]
    public async Task A_code_is_no_good_after_a_quarter_of_an_hour()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("hot meals in Ely");
        var code = await browser.CodeAsync();
        calls.Council.Clock.Advance(CarryOnCodes.Life + TimeSpan.FromSeconds(1));

        Assert.Contains("code is not right", await calls.TextAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_not_even_the_right_one_is_looked_at_for_an_hour()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("hot meals in Ely");
        var code = await browser.CodeAsync();
        var wrong = code == "00000000" ? "00000001" : "00000000";
        for (var tried = 0; tried < CarryOnCodes.MostTries; tried++)
        {
            await calls.TextAsync(wrong);
        }

        Assert.Contains("too many codes", await calls.TextAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_nowhere_in_the_database_as_they_are()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("hot meals in Ely");
        var code = Code(await browser.CodeAsync());
        Assert.Equal(8, code.Length);

        var connections = calls.Council.Service<StorageConnections>();
        var hashes = await connections.QueryAsync("SELECT code_hash FROM carry_on_codes", row => row.GetString(0), CancellationToken.None);
        var said = await connections.QuerySealedAsync("SELECT text, conversation_id, sequence FROM conversation_log", row => row.Open(0, new Place("conversation_log", "text", $"{row.GetString(1)}/{row.GetInt64(2)}")), CancellationToken.None);

        Assert.Equal(64, Assert.Single(hashes).Length);
        Assert.All(said, text => Assert.DoesNotContain(code, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eight_digits_that_answer_a_question_are_its_answer()
    {
        await using var calls = await TwilioCalls.StartAsync();
        await calls.TextAsync("my mum can't manage the bath any more");

        await calls.TextAsync("12031940");

        var address = await calls.Council.Service<AddressBook>().FindAsync("sms", TwilioCalls.Ada, CancellationToken.None);
        Assert.Equal(1, await CountAsync(calls, "SELECT COUNT(*) FROM conversations"));
        Assert.NotNull(address);
    }

    [Fact]
    public async Task A_number_that_rings_again_hears_nothing_of_before_and_has_a_code_by_text_that_no_other_number_can_use()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var calls = await TwilioCalls.StartAsync(("Twilio:BaseAddress", twilio.Address), ("Twilio:From", TwilioCalls.Ours));
        var first = new Call(calls, "CA1");
        await first.RingAsync();
        await first.SayAsync("my brother steals my money");

        var second = new Call(calls, "CA2");
        var welcome = await second.RingAsync();
        Assert.DoesNotContain("brother", welcome, StringComparison.OrdinalIgnoreCase);
        await second.KeyAsync("7");
        var text = await SentAsync(twilio, calls);
        Assert.DoesNotContain("brother", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await BodiesAsync(calls), body => body.Contains(Code(text)[..4], StringComparison.Ordinal));

        var stranger = new Call(calls, "CA3", "+447700900999");
        await stranger.RingAsync();
        Assert.Contains("not right", await stranger.KeyAsync(Code(text)), StringComparison.Ordinal);
        await second.KeyAsync(Code(text));

        Assert.Equal(await first.ConversationAsync(), await second.ConversationAsync());
    }

    [Fact]
    public async Task A_number_that_we_do_not_know_hears_the_same_and_gets_nothing()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var calls = await TwilioCalls.StartAsync(("Twilio:BaseAddress", twilio.Address), ("Twilio:From", TwilioCalls.Ours));
        var call = new Call(calls);
        await call.RingAsync();

        var said = await call.KeyAsync("7");

        Assert.Contains("If we know this number", said, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(calls, "SELECT COUNT(*) FROM outgoing_texts"));
    }

    [Fact]
    public async Task What_is_personal_waits_until_the_number_is_shown_to_be_theirs_and_goes_out_then()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var calls = await TwilioCalls.StartAsync(("Twilio:BaseAddress", twilio.Address), ("Twilio:From", TwilioCalls.Ours));
        using var browser = new WebResident(calls.Council);
        await browser.SayAsync("hot meals in Ely");
        var id = (await calls.Council.Service<StorageConnections>().QueryAsync("SELECT id FROM conversations", row => row.GetString(0), CancellationToken.None))[0];
        await calls.Council.Cases.AddAsync(new CaseWork.SendText(Guid.NewGuid(), id, TwilioCalls.Ada, "Your plan. Meals for Margaret."));

        var check = await SentAsync(twilio, calls);
        Assert.DoesNotContain("Margaret", check, StringComparison.Ordinal);
        Assert.Equal(TextState.Held, (await calls.Council.Service<TextOutbox>().OfAsync(id, CancellationToken.None)).Single(text => text.Body.Contains("Margaret", StringComparison.Ordinal)).State);

        await calls.TextAsync(await browser.CodeAsync());
        Assert.Contains("Margaret", await SentAsync(twilio, calls, 2), StringComparison.Ordinal);
    }

    // The loop that hands over runs beside us: what was added last may be on its way.
    private static async Task<Referral> OnlyReferralAsync(RunningCouncil council, Func<Referral, bool> isWhole)
    {
        for (var times = 0; times < 400; times++)
        {
            await council.Cases.DeliverDueAsync(CancellationToken.None);
            if (await council.Cases.ReferralsAsync(10, CancellationToken.None) is [var only] && isWhole(only.Referral))
            {
                return only.Referral;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("There is not one referral with all that was said.");
    }

    private static async Task TalkAsync(TwilioCalls calls, TestResident resident, Func<string, Task<string>> say)
    {
        var id = (await calls.Council.Service<StorageConnections>().QueryAsync("SELECT id FROM conversations ORDER BY started_at, id", row => row.GetString(0), CancellationToken.None));
        for (var turns = 0; turns < 40; turns++)
        {
            var now = (await calls.Council.Store.FindAsync(await ActiveAsync(calls, id), CancellationToken.None))!;
            if (resident.AnswerTo(now) is not { } words)
            {
                return;
            }

            await say(words);
        }

        throw new InvalidOperationException("The conversation goes round.");
    }

    // The conversation that began on the web: calls begin one of their own before the code is keyed.
    private static async Task<string> ActiveAsync(TwilioCalls calls, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if ((await calls.Council.Store.FindAsync(id, CancellationToken.None))!.Channel == "web")
            {
                return id;
            }
        }

        throw new InvalidOperationException("There is no conversation from the web.");
    }

    private static string Code(string text) => Regex.Match(text, @"\d{4} ?\d{4}(?!\d)") is { Success: true } match ? match.Value.Replace(" ", "", StringComparison.Ordinal) : throw new InvalidOperationException($"No code in: {text}");

    private static async Task<string> SentAsync(FakeTwilio twilio, TwilioCalls calls, int which = 1)
    {
        for (var times = 0; times < 400 && twilio.Sent.Count < which; times++)
        {
            calls.Council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        return twilio.Sent.ElementAt(which - 1)["Body"];
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(TwilioCalls calls) =>
        await calls.Council.Service<StorageConnections>().QuerySealedAsync("SELECT body, id FROM outgoing_texts", row => row.Open(0, new Place("outgoing_texts", "body", row.GetString(1))), CancellationToken.None);

    private static async Task<long> CountAsync(TwilioCalls calls, string sql) =>
        (await calls.Council.Service<StorageConnections>().QueryAsync(sql, row => row.GetInt64(0), CancellationToken.None))[0];

    /// <summary>A telephone call, step by step.</summary>
    private sealed class Call(TwilioCalls calls, string sid = "CA00000000000000000000000000000001", string from = TwilioCalls.Ada)
    {
        private XElement last = new("Response");

        public Task<string> RingAsync() => PostAsync($"{TwilioCalls.Public}/twilio/voice", ("CallStatus", "ringing"));

        public Task<string> SayAsync(string words) => PostAsync(Action, ("SpeechResult", words), ("Confidence", "0.9"));

        public Task<string> KeyAsync(string digits) => PostAsync(Action, ("Digits", digits));

        public async Task<string> ConversationAsync() => (await calls.Council.Service<AddressBook>().FindAsync("call", sid, CancellationToken.None))!.ConversationId;

        private string Action => last.Element("Gather")!.Attribute("action")!.Value;

        private async Task<string> PostAsync(string url, params (string Name, string Value)[] form)
        {
            var (status, body) = await calls.PostAsync(url[TwilioCalls.Public.Length..], [("CallSid", sid), ("From", from), ("To", TwilioCalls.Ours), .. form]);
            Assert.Equal(HttpStatusCode.OK, status);
            last = XDocument.Parse(body).Root!;
            return last.Value;
        }
    }
}
