namespace TransformingLives.CaseBridge.Storage;

/// <summary>A row of the outbox. Instants are Unix milliseconds.</summary>
internal sealed class OutboxRow
{
    public required string WorkKey { get; set; }

    public required string Kind { get; set; }

    public required string Payload { get; set; }

    public long CreatedAt { get; set; }

    public long DueAt { get; set; }

    public int Attempts { get; set; }

    public string? LeaseOwner { get; set; }

    public long? LeaseUntil { get; set; }

    public long? DeliveredAt { get; set; }

    public long? DeadAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>A referral in the register.</summary>
internal sealed class ReferralRow
{
    public required string Id { get; set; }

    public required string Reference { get; set; }

    public required string ConversationId { get; set; }

    public required string Kind { get; set; }

    public required string Priority { get; set; }

    public required string Team { get; set; }

    public required string Status { get; set; }

    public long CreatedAt { get; set; }

    public long ReceivedAt { get; set; }

    public required string Payload { get; set; }
}

/// <summary>An alert in the register.</summary>
internal sealed class AlertRow
{
    public required string Id { get; set; }

    public required string ConversationId { get; set; }

    public required string Kind { get; set; }

    public required string Words { get; set; }

    public long At { get; set; }

    public string? TakenBy { get; set; }

    public long? TakenAt { get; set; }
}
