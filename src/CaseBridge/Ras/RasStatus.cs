namespace TransformingLives.CaseBridge.Ras;

/// <summary>How far a table has come.</summary>
public static class RasStatus
{
    /// <summary>Nobody has approved it: figures are called a test.</summary>
    public const string Test = "test";

    /// <summary>Members have signed it off.</summary>
    public const string Approved = "approved";

    /// <summary>Kept so that old estimates can be read; never used for new ones.</summary>
    public const string Retired = "retired";
}
