namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Why something sealed can't be opened.</summary>
public enum SealFault
{
    /// <summary>It was changed, cut short, or put where it doesn't belong.</summary>
    Altered,

    /// <summary>It stands there in plain words, which we never write.</summary>
    NotSealed,

    /// <summary>The person's key was erased, and they with it.</summary>
    Erased,

    /// <summary>There is no such key.</summary>
    KeyMissing,
}
