namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>A table of an older version whose key was somebody's words: its rows go to another table, sealed, and none stays.</summary>
/// <param name="Table">Where they stood.</param>
/// <param name="MoveAsync">Moves up to so many rows in the transaction it is given, and says how many; 0: none is left.</param>
public sealed record SealedMove(string Table, Func<StorageSession, int, CancellationToken, Task<int>> MoveAsync);
