namespace TransformingLives.Bot.Safety;

/// <summary>What the safety net raises, most urgent first: the order is the order in which they are answered.</summary>
public enum ConcernKind
{
    /// <summary>Life in danger now: ring 999.</summary>
    Emergency999,

    /// <summary>Thoughts, plans or intent of suicide or self-harm, one's own or another's.</summary>
    SuicideSelfHarm,

    /// <summary>An adult abused, neglected or exploited, or neglecting themselves.</summary>
    Safeguarding,

    /// <summary>The person giving unpaid care cannot go on.</summary>
    CarerBreakdown,

    /// <summary>Care needs not met today.</summary>
    UrgentCareNeed,
}
