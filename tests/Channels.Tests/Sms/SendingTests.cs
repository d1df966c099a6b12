using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Sms;

public sealed class SendingTests
{
    [Fact]
    public async Task A_text_goes_out_once_however_often_it_is_wanted_and_its_delivery_is_heard()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var calls = await StartAsync(twilio);
        var outbox = calls.Council.Service<TextOutbox>();

        await outbox.AddAsync("one", "conversation", "sms", TwilioCalls.Ada, "Your worker comes on Monday.");
        await outbox.AddAsync("one", "conversation", "sms", TwilioCalls.Ada, "Your worker comes on Monday.");
        var sent = await UntilAsync(outbox, TextState.Sent, calls.Council);
        await calls.PostAsync("/twilio/sms/status", ("MessageSid", sent.ProviderId!), ("MessageStatus", "delivered"));
        await calls.PostAsync("/twilio/sms/status", ("MessageSid", sent.ProviderId!), ("MessageStatus", "sent"));

        Assert.Equal("+441632960101", Assert.Single(twilio.Sent)["From"]);
        Assert.Equal($"{TwilioCalls.Public}/twilio/sms/status", twilio.Sent.First()["StatusCallback"]);
        Assert.Equal(TextState.Delivered, (await outbox.OfAsync("conversation", CancellationToken.None))[0].State);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("cut")]
    public async Task After_a_fault_it_is_sent_and_never_twice(string fault)
    {
        await using var twilio = await FakeTwilio.StartAsync();
        twilio.Fail(fault);
        await using var calls = await StartAsync(twilio);
        var outbox = calls.Council.Service<TextOutbox>();

        await outbox.AddAsync("one", "conversation", "sms", TwilioCalls.Ada, "Your worker comes on Monday.");
        await UntilAsync(outbox, TextState.Sent, calls.Council);

        Assert.Single(twilio.Sent);
    }

    [Fact]
    public async Task A_number_that_takes_no_more_is_shown_to_staff_and_not_tried_again()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        twilio.Fail("21610");
        await using var calls = await StartAsync(twilio);
        var outbox = calls.Council.Service<TextOutbox>();

        await outbox.AddAsync("one", "conversation", "sms", TwilioCalls.Ada, "Your worker comes on Monday.");
        await UntilAsync(outbox, TextState.Failed, calls.Council);

        Assert.Equal("21610", Assert.Single(await outbox.FailedAsync(10, CancellationToken.None)).Problem);
        Assert.Empty(twilio.Sent);
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_asked_us_to_stop()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var calls = await StartAsync(twilio);
        await calls.TextAsync("STOP");
        var outbox = calls.Council.Service<TextOutbox>();

        await outbox.AddAsync("one", "conversation", "sms", TwilioCalls.Ada, "Your worker comes on Monday.");
        await UntilAsync(outbox, TextState.Failed, calls.Council);

        Assert.NotNull((await calls.Council.Service<AddressBook>().FindAsync("sms", TwilioCalls.Ada, CancellationToken.None))!.StoppedAt);
        Assert.Empty(twilio.Sent);
    }

    private static Task<TwilioCalls> StartAsync(FakeTwilio twilio) => TwilioCalls.StartAsync(("Twilio:BaseAddress", twilio.Address), ("Twilio:From", TwilioCalls.Ours));

    // The loop runs beside us on the clock of the test, which is turned until it has done its work.
    private static async Task<OutgoingText> UntilAsync(TextOutbox outbox, TextState state, RunningCouncil turned)
    {
        for (var times = 0; times < 400; times++)
        {
            var text = (await outbox.OfAsync("conversation", CancellationToken.None))[0];
            if (text.State == state)
            {
                return text;
            }

            turned.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        throw new TimeoutException($"The text never came to be {state}.");
    }
}
