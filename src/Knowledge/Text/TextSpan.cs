namespace TransformingLives.Knowledge.Text;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">Its first letter.</param>
/// <param name="Length">How many letters, apostrophes counted.</param>
/// <param name="Stem">The word as it is compared.</param>
internal readonly record struct TextSpan(int Start, int Length, string Stem);
