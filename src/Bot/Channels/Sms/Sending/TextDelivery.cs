using TransformingLives.Bot.Channels.Addresses;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Sends what is due. A text that may have gone out already is looked for before it is sent again; what can't be settled is shown to staff.</summary>
internal sealed class TextDelivery(TextOutbox outbox, AddressBook addresses, ITextProvider provider, SealedText sealedText, TimeProvider clock, ILogger<TextDelivery> logger) : BackgroundService
{
    private const int AtOnce = 10;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>Sends some of what is due.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.TakeDueAsync(AtOnce, Lease);
        foreach (var text in due)
        {
            await SettleAsync(text, await TryAsync(text, cancellationToken));
        }

        return due.Length;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = 0;
            try
            {
                sent = await SendDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database is away, for instance: the texts are where they were.
                TextLog.Failed(logger, exception.GetType().Name);
            }

            if (sent == 0)
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task<SendResult> TryAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        if ((await addresses.FindAsync(text.Kind, text.Address, cancellationToken))?.StoppedAt is not null)
        {
            return new SendResult.Refused("stopped");
        }

        if (sealedText.Open(text) is not { } open)
        {
            return new SendResult.Refused("sealed");
        }

        // An earlier attempt may have gone out without our hearing of it.
        return text.Attempts > 1 && await LookAsync(open, cancellationToken) is { } earlier ? earlier : await provider.SendAsync(open, cancellationToken);
    }

    private async Task<SendResult?> LookAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        try
        {
            return await provider.FindSentAsync(text, cancellationToken) is { } found ? new SendResult.Sent(found) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // As long as we can't look, it is not sent again: twice is worse than late.
            return new SendResult.Unknown("cannot-look");
        }
    }

    private Task SettleAsync(OutgoingText text, SendResult result)
    {
        var now = clock.GetUtcNow();
        switch (result)
        {
            case SendResult.Sent sent:
                return outbox.SetAsync(text with { ProviderId = sent.ProviderId, Problem = null }, TextState.Sent, now);
            case SendResult.Refused refused:
                TextLog.Refused(logger, text.Id, refused.Code);
                return outbox.SetAsync(text with { Problem = refused.Code }, TextState.Failed, now);
            default:
                var code = result is SendResult.Later later ? later.Code : ((SendResult.Unknown)result).Code;
                var isOver = text.Attempts > Retries.Length;
                return outbox.SetAsync(text with { Problem = code }, isOver ? TextState.Failed : TextState.Waiting, isOver ? now : now + Retries[text.Attempts - 1]);
        }
    }
}
