namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>The database could not be copied or put back; the sentence says why and what to do. A database that was to be replaced is as it was.</summary>
public sealed class CopyFailedException(string message, Exception? inner = null) : Exception(message, inner);
