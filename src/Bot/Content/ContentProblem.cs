namespace TransformingLives.Bot.Content;

/// <summary>Something wrong in a content file, said so that its author can mend it.</summary>
/// <param name="File">Path below <c>content/</c>, for instance <c>forms/first-conversation.yaml</c>.</param>
/// <param name="Line">Line, from 1; 0 where it can't be known.</param>
/// <param name="Field">For instance <c>questions[3].kind</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what was expected, in one sentence.</param>
/// <param name="IsError">False for a warning.</param>
public sealed record ContentProblem(string File, int Line, string Field, string Message, bool IsError = true);
