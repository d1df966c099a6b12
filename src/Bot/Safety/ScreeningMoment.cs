namespace TransformingLives.Bot.Safety;

/// <summary>Where in a conversation a message stands. Out of its place a short answer ("he's asleep now") says little, so what no rule sees has to be plainer there; what a rule is sure of counts everywhere.</summary>
public enum ScreeningMoment
{
    /// <summary>The first message: it stands for itself.</summary>
    First,

    /// <summary>An answer, or something added, in a conversation under way.</summary>
    UnderWay,

    /// <summary>A danger was named before: help is on its way, and every word is kept for those who come.</summary>
    ConcernOpen,
}
