namespace TransformingLives.Bot.Safety;

/// <summary>A danger noticed in a message.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Rule">Id of the rule or classifier that noticed it, for the auditor.</param>
/// <param name="Words">The words that set it off, as the person wrote them.</param>
public sealed record Concern(ConcernKind Kind, string Rule, string Words);
