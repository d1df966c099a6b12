namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>A text that goes out by itself, not as the answer to a webhook.</summary>
/// <param name="Id">Ours; the same id is sent once.</param>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="Kind"><c>sms</c> or <c>whatsapp</c>.</param>
/// <param name="Address">The number, E.164.</param>
/// <param name="Body">The words, which fit a text.</param>
/// <param name="At">When it was wanted, UTC.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">Times that it was tried.</param>
public sealed record OutgoingText(string Id, string ConversationId, string Kind, string Address, string Body, DateTimeOffset At, TextState State, int Attempts)
{
    /// <summary>The provider's id; null before it has one.</summary>
    public string? ProviderId { get; init; }

    /// <summary>What went wrong, a code of the provider; null when nothing did.</summary>
    public string? Problem { get; init; }
}

/// <summary>How far a text is. The order is the order in which it goes: a report never takes it back.</summary>
public enum TextState
{
    /// <summary>Personal, for a number that nobody has shown to be theirs yet. It waits for that, and goes nowhere without it.</summary>
    Held,

    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Being sent; if this lasts, nobody knows whether it went out.</summary>
    Sending,

    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>It is on the telephone.</summary>
    Delivered,

    /// <summary>It could not be delivered, and is shown to staff.</summary>
    Failed,
}
