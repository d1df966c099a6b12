using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>What somebody does at the desk; names are those of the roles in the council's sign-in.</summary>
internal static class DeskRole
{
    /// <summary>Takes conversations over.</summary>
    public const string Officer = "officer";

    /// <summary>Sees the floor, steps in, reviews, mends deliveries.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Sees figures, and nobody's data.</summary>
    public const string Manager = "manager";

    /// <summary>Writes content, and sees nobody's data.</summary>
    public const string Author = "author";

    /// <summary>Sees who has which role, and the audit trail.</summary>
    public const string Administrator = "administrator";

    /// <summary>Sees the audit trail.</summary>
    public const string Auditor = "auditor";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Officer, Supervisor, Manager, Author, Administrator, Auditor];
}
