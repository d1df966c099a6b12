namespace TransformingLives.CaseBridge;

/// <summary>Something wrong in a table of <c>content/ras</c> or <c>content/charging</c>.</summary>
/// <param name="File">Path below <c>content/</c>.</param>
/// <param name="Line">Line, from 1; 0 where it can't be known.</param>
/// <param name="Field">The field.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="IsError">False for a warning.</param>
public sealed record CaseProblem(string File, int Line, string Field, string Message, bool IsError = true);
