namespace TransformingLives.Bot.Endings;

/// <summary>A way in which a turn can end.</summary>
/// <param name="Id">What the log keeps, for instance <c>not_found</c>.</param>
/// <param name="Label">What staff see: a few words.</param>
/// <param name="Description">What happened, and what it means when it happens often.</param>
public sealed record Ending(string Id, string Label, string Description);
