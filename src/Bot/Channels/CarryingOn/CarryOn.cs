using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.CarryingOn;

/// <summary>What became of a code that somebody gave on another channel.</summary>
internal abstract record Joined
{
    private Joined()
    {
    }

    /// <summary>They go on with the conversation here.</summary>
    public sealed record Here(TurnResult Turn) : Joined;

    /// <summary>No: wrong, too old, used, or tried too often.</summary>
    public sealed record No(bool IsTooMany) : Joined;
}

/// <summary>Takes a conversation to another channel when somebody there gives its code. Only then does a number belong to it.</summary>
internal sealed class CarryOn(CarryOnCodes codes, AddressBook addresses, TextOutbox outbox, TurnRunner runner, TimeProvider clock)
{
    /// <param name="kind">The channel they give it on: <c>sms</c>, <c>whatsapp</c>, <c>voice</c>.</param>
    /// <param name="number">Their number, E.164; null when it is withheld.</param>
    /// <param name="code">The code.</param>
    /// <param name="by">Key of the message that brings it: delivered twice it joins once.</param>
    /// <param name="who">Who tries, for counting: their number, or the call when that is withheld.</param>
    public async Task<Joined> TryAsync(string kind, string? number, string code, string by, string who, CancellationToken cancellationToken)
    {
        var redeemed = await codes.RedeemAsync(code, by, who, number, cancellationToken);
        if (redeemed is not Redeemed.Right right)
        {
            return new Joined.No(redeemed is Redeemed.TooMany);
        }

        // A text shows that the number is theirs. A call does not, unless the code had been texted to it.
        var isTheirs = number is not null && (kind != "voice" || (right.WasTexted && PhoneNumber.IsMobile(number)));
        if (number is not null)
        {
            await LinkAsync(kind, number, right.ConversationId, isTheirs, cancellationToken);
            if (kind == "voice" && isTheirs)
            {
                await LinkAsync("sms", number, right.ConversationId, isTheirs, cancellationToken);
            }
        }

        var what = new ConversationEvent.CarriesOn(kind, isTheirs ? number : null);
        if (await runner.RunAsync(new IncomingEvent(right.ConversationId, by, what, clock.GetUtcNow()), cancellationToken) is not EventResult.Done done)
        {
            return new Joined.No(IsTooMany: false);
        }

        if (isTheirs)
        {
            await outbox.ReleaseAsync(right.ConversationId, number!);
        }

        return new Joined.Here(done.Turn);
    }

    private async Task LinkAsync(string kind, string number, string conversationId, bool isVerified, CancellationToken cancellationToken)
    {
        var known = await addresses.FindAsync(kind, number, cancellationToken);
        await addresses.LinkAsync(kind, number, conversationId, isVerified, instead: known?.ConversationId);
    }
}
