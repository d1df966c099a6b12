namespace TransformingLives.Bot.Desk.Words;

/// <summary>A line of the checklist for reviews: <c>content/desk/review.yaml</c>.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Ask">The question.</param>
/// <param name="Help">More of it; may be empty.</param>
public sealed record ReviewItem(string Id, string Ask, string Help);
