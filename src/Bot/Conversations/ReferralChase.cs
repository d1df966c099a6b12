namespace TransformingLives.Bot.Conversations;

/// <summary>Somebody asks what became of a referral, and says who they are by its reference and a date of birth.</summary>
/// <param name="IsOpen">We have asked for one of the two.</param>
/// <param name="Reference">As told so far.</param>
/// <param name="BornOn">As told so far.</param>
/// <param name="Wrong">How often the two did not go together in this conversation.</param>
public sealed record ReferralChase(bool IsOpen, string? Reference, DateOnly? BornOn, int Wrong)
{
    /// <summary>Nobody asks.</summary>
    public static ReferralChase None { get; } = new(false, null, null, 0);
}
