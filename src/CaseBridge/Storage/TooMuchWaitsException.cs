namespace TransformingLives.CaseBridge.Storage;

/// <summary>So many changes wait to be stored that no more are taken.</summary>
internal sealed class TooMuchWaitsException : Exception;
