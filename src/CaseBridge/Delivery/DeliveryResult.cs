namespace TransformingLives.CaseBridge.Delivery;

/// <summary>What became of carrying out a piece of work.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Receipt">What the receiver calls it, for instance <c>ServiceRequest/123</c>; null if it calls it nothing.</param>
    public sealed record Taken(string? Receipt = null) : DeliveryResult;

    /// <summary>It isn't, for a reason in words, and trying again may help: it is tried again, less and less often, then laid before staff.</summary>
    public sealed record Failed(string Reason) : DeliveryResult;

    /// <summary>The receiver is known to be away or overloaded: the work waits, and this doesn't count as a try.</summary>
    /// <param name="Reason">In words.</param>
    /// <param name="Wait">How long.</param>
    public sealed record Later(string Reason, TimeSpan Wait) : DeliveryResult;

    /// <summary>It is done for now and comes back.</summary>
    /// <param name="Wait">After how long.</param>
    public sealed record Again(TimeSpan Wait) : DeliveryResult;

    /// <summary>The receiver refuses the work as it is: trying again can't help, staff see it at once, and may mend it and send it again.</summary>
    public sealed record Refused(string Reason) : DeliveryResult;
}
