using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Texts a code to a number that rings again. A number that is shown on a call proves nobody; whoever reads its texts is another matter. Nobody hears whether we know it.</summary>
internal sealed class CallBackCode(AddressBook addresses, CarryOnCodes codes, TextOutbox outbox, SealedText sealedText, ConversationStore store, SurroundingsSource surroundings, TimeProvider clock)
{
    private const int MostInAnHour = 3;

    public async Task SendAsync(string number, CancellationToken cancellationToken)
    {
        if (!await codes.MayAsync($"send:{number}", MostInAnHour) || await FindAsync(number, cancellationToken) is not { } conversationId)
        {
            return;
        }

        var code = await codes.IssueAsync(conversationId, number, cancellationToken);
        var around = surroundings.At(clock.GetUtcNow());
        var values = around.Content.Council.Values(around.IsOpen).SetItem("code", CarryOnCode.Printed(code));
        var words = Gsm7.Fold(around.Content.Phrases.Say(PhraseIds.TextCode, values, 0).Text);
        await outbox.AddAsync($"code:{ConversationId.New()}", conversationId, "sms", number, sealedText.Seal(words));
    }

    private async Task<string?> FindAsync(string number, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { "sms", CallConversations.Channel })
        {
            if (await addresses.FindAsync(kind, number, cancellationToken) is { } known
                && await store.FindHeadAsync(known.ConversationId, cancellationToken) is { } head
                && await store.ReadLogAsync(known.ConversationId, head.LastSequence - 1, cancellationToken) is [.., var last]
                && clock.GetUtcNow() - last.At < TextConversations.LongestSilence)
            {
                return known.ConversationId;
            }
        }

        return null;
    }
}
