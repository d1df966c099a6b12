namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Somebody who sends texts for the council. Another provider is one more class.</summary>
public interface ITextProvider
{
    /// <summary>Sends a text once; never tries again by itself.</summary>
    Task<SendResult> SendAsync(OutgoingText text, CancellationToken cancellationToken);

    /// <summary>The provider's id of a text that an earlier attempt may have sent without our hearing of it; null when there is none.</summary>
    Task<string?> FindSentAsync(OutgoingText text, CancellationToken cancellationToken);
}

/// <summary>What became of sending a text.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The provider has it.</summary>
    public sealed record Sent(string ProviderId) : SendResult;

    /// <summary>It will never be taken: a wrong number, or somebody who asked for no more.</summary>
    public sealed record Refused(string Code) : SendResult;

    /// <summary>It was surely not sent: try again later.</summary>
    public sealed record Later(string Code) : SendResult;

    /// <summary>It may have been sent: look before trying again.</summary>
    public sealed record Unknown(string Code) : SendResult;
}
