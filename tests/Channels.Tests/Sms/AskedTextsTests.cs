using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Sms;

/// <summary>Texts that conversations ask for: a plan, a check-in.</summary>
public sealed class AskedTextsTests
{
    private const string Mobile = "+447700900118";

    [Fact]
    public async Task A_plan_that_is_asked_for_on_the_web_goes_out_by_text_once()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var council = await StartAsync(twilio);
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Service<AddressBook>().LinkAsync("sms", Mobile, conversation.Id, isVerified: true, instead: null);

        await SayAsync(council, conversation.Id, "Text me my plan");
        await SayAsync(council, conversation.Id, "07700 900118");
        await UntilAsync(council, async () => !twilio.Sent.IsEmpty && (await council.Service<TextOutbox>().OfAsync(conversation.Id, default)).Any(text => text.State == TextState.Sent));

        var sent = Assert.Single(twilio.Sent);
        Assert.Equal(Mobile, sent["To"]);
        Assert.StartsWith("Your plan", sent["Body"], StringComparison.Ordinal);
        Assert.Contains("999", sent["Body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_work_carried_out_twice_is_one_text()
    {
        await using var council = await RunningCouncil.StartAsync();
        await council.Service<AddressBook>().LinkAsync("sms", Mobile, "conversation", isVerified: true, instead: null);
        var asked = Asked(council);
        var work = new CaseWork.SendText(Guid.NewGuid(), "conversation", Mobile, "How is it going?");

        Assert.IsType<DeliveryResult.Taken>(await asked.HandleAsync(work, default));
        Assert.IsType<DeliveryResult.Taken>(await asked.HandleAsync(work, default));

        var text = Assert.Single(await council.Service<TextOutbox>().OfAsync("conversation", default));
        Assert.Equal(("sms", Mobile, "How is it going?"), (text.Kind, text.Address, text.Body));
    }

    [Fact]
    public async Task Whoever_texts_is_texted_where_they_text()
    {
        await using var council = await RunningCouncil.StartAsync();
        await council.Service<AddressBook>().LinkAsync("whatsapp", Mobile, "conversation", isVerified: true, instead: null);

        await Asked(council).HandleAsync(new CaseWork.SendText(Guid.NewGuid(), "conversation", CaseWork.SendText.WhereTheyText, "How is it going?"), default);

        var text = Assert.Single(await council.Service<TextOutbox>().OfAsync("conversation", default));
        Assert.Equal(("whatsapp", Mobile), (text.Kind, text.Address));
    }

    [Fact]
    public async Task Nobody_who_said_stop_is_texted_and_where_there_is_no_number_it_is_refused()
    {
        await using var council = await RunningCouncil.StartAsync();
        var addresses = council.Service<AddressBook>();
        await addresses.LinkAsync("sms", Mobile, "conversation", isVerified: true, instead: null);
        await addresses.SetStoppedAsync("sms", Mobile, isStopped: true);

        var stopped = await Asked(council).HandleAsync(new CaseWork.SendText(Guid.NewGuid(), "conversation", Mobile, "How is it going?"), default);
        var nowhere = await Asked(council).HandleAsync(new CaseWork.SendText(Guid.NewGuid(), "nobody", CaseWork.SendText.WhereTheyText, "How is it going?"), default);

        Assert.IsType<DeliveryResult.Taken>(stopped);
        Assert.IsType<DeliveryResult.Refused>(nowhere);
        Assert.Empty(await council.Service<TextOutbox>().OfAsync("conversation", default));
    }

    private static AskedTexts Asked(RunningCouncil council) => new(council.Service<TextOutbox>(), council.Service<AddressBook>(), council.Service<SurroundingsSource>(), council.Clock);

    private static Task<RunningCouncil> StartAsync(FakeTwilio twilio) => RunningCouncil.StartAsync(
        ("PublicBaseAddress", TwilioCalls.Public), ("Twilio:AuthToken", TwilioCalls.Token), ("Twilio:AccountSid", "AC00000000000000000000000000000001"), ("Twilio:BaseAddress", twilio.Address), ("Twilio:From", TwilioCalls.Ours));

    private static Task<TurnResult?> SayAsync(RunningCouncil council, string conversation, string words) =>
        council.Runner.RunAsync(new IncomingMessage(conversation, ConversationId.New(), "web", words, council.Clock.GetUtcNow()), default);

    // The loops run beside us on the clock of the test, which is turned until they have done their work.
    private static async Task UntilAsync(RunningCouncil council, Func<Task<bool>> isSo)
    {
        for (var times = 0; times < 400; times++)
        {
            if (await isSo())
            {
                return;
            }

            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        throw new TimeoutException("The text never went out.");
    }
}
