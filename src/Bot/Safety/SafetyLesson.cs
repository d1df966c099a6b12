namespace TransformingLives.Bot.Safety;

/// <summary>A message whose kind is known.</summary>
/// <param name="Text">The message.</param>
/// <param name="Label">Number of its <see cref="ConcernKind"/>, or <see cref="SafetyJudgement.Harmless"/>.</param>
/// <param name="Weight">How much it counts; 1 for one that was written to learn from.</param>
internal sealed record SafetyLesson(string Text, int Label, float Weight);
