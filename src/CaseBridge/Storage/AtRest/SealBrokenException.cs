namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Something sealed can't be opened. It names the place and never what was in it.</summary>
public sealed class SealBrokenException(Place place, SealFault fault) : Exception($"{place}: {Words(fault)}")
{
    /// <summary>What can't be opened.</summary>
    public Place Place { get; } = place;

    /// <summary>Why.</summary>
    public SealFault Fault { get; } = fault;

    private static string Words(SealFault fault) => fault switch
    {
        SealFault.Altered => "it was altered, cut short or moved, and can't be opened.",
        SealFault.NotSealed => "it isn't sealed: this program didn't write it.",
        SealFault.Erased => "its key was erased, with the person.",
        _ => "its key is missing. Restore the newest keys file.",
    };
}
