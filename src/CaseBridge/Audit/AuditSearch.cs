namespace TransformingLives.CaseBridge.Audit;

/// <summary>Which entries of the trail are wanted. What is empty narrows nothing.</summary>
/// <param name="Who">A part of the name of whoever looked or acted.</param>
/// <param name="Subject">The conversation that the data belongs to.</param>
/// <param name="Before">Only entries before this one; <see cref="long.MaxValue"/> for the newest.</param>
/// <param name="Count">How many at most.</param>
public sealed record AuditSearch(string Who, string Subject, long Before, int Count)
{
    /// <summary>The name as a pattern, in which no sign means anything else.</summary>
    internal string WhoPattern => $"%{Who.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
