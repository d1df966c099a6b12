using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Puts the texts that a conversation asked for, such as a plan or a check-in, among those that go out. Twice is once: the text has the work's key.</summary>
internal sealed class AskedTexts(TextOutbox outbox, AddressBook addresses) : IWorkHandler
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

        await outbox.AddAsync(text.Key, text.ConversationId, address?.Kind ?? Sms, to, text.Text);
        return new DeliveryResult.Taken();
    }
}
