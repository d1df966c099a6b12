namespace TransformingLives.Bot.Hosting;

/// <summary>The program can't start, for a reason that one sentence tells. Exit code 1.</summary>
public sealed class StartUpException(string message) : Exception(message);
