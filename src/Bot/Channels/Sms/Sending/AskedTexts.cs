using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Puts the texts that a conversation asked for, such as a plan or a check-in, among those that go out. Twice is once: the text has the work's key.
/// What is personal waits until the number is shown to be theirs; until then the number is told only how to show it.</summary>
internal sealed class AskedTexts(TextOutbox outbox, AddressBook addresses, SurroundingsSource surroundings, TimeProvider clock) : IWorkHandler
{
    private const string Sms = "sms";

    public string Kind => WorkKind.Text;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var text = (CaseWork.SendText)work;
        var address = text.To == CaseWork.SendText.WhereTheyText
            ? (await addresses.OfAsync(text.ConversationId, cancellationToken)).FirstOrDefault(one => one.Kind is Sms or "whatsapp")
            : await addresses.FindAsync(Sms, text.To, cancellationToken);
        if (address is { StoppedAt: not null })
        {
            return new DeliveryResult.Taken("They asked for no more messages.");
        }

        var to = address?.Address ?? text.To;
        if (to.Length == 0)
        {
            return new DeliveryResult.Refused("There is no number that this conversation is held with.");
        }

        var kind = address?.Kind ?? Sms;
        if (!text.IsPersonal || (address is { VerifiedAt: not null } && address.ConversationId == text.ConversationId))
        {
            await outbox.AddAsync(text.Key, text.ConversationId, kind, to, text.Text);
            return new DeliveryResult.Taken();
        }

        await outbox.HoldAsync(text.Key, text.ConversationId, kind, to, text.Text);
        await outbox.AddAsync($"check:{text.ConversationId}:{to}", text.ConversationId, kind, to, Check());
        return new DeliveryResult.Taken("Held until the number is shown to be theirs.");
    }

    private string Check()
    {
        var around = surroundings.At(clock.GetUtcNow());
        return Gsm7.Fold(around.Content.Phrases.Say(PhraseIds.TextCheck, around.Content.Council.Values(around.IsOpen), 0).Text);
    }
}
