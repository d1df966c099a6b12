using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>All the council's tables.</summary>
public sealed record RasTables(ImmutableArray<RasTable> All)
{
    /// <summary>The table in force on a day; null when none is. There is no falling back to the last one: an invented budget would look official.</summary>
    public RasTable? InForce(DateOnly day) =>
        All.Where(table => table.Status != "retired" && table.AppliesFrom <= day && day <= table.AppliesTo)
            .OrderByDescending(table => table.Status == "approved").ThenByDescending(table => table.AppliesFrom)
            .FirstOrDefault();
}
