using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>All the council's tables.</summary>
public sealed record RasTables(ImmutableArray<RasTable> All)
{
    /// <summary>The table in force on a day; null when none is. There is no falling back to the last one: an invented budget would look official.</summary>
    public RasTable? InForce(DateOnly day) =>
        All.Where(table => table.Status != RasStatus.Retired && table.AppliesFrom <= day && day <= table.AppliesTo)
            .OrderByDescending(table => table.Status == RasStatus.Approved).ThenByDescending(table => table.AppliesFrom)
            .FirstOrDefault();

    /// <summary>The table of an id, the latest version first; null when there is none. Retired ones are found too.</summary>
    public RasTable? Find(string id) => All.Where(table => table.Id == id).OrderByDescending(table => table.AppliesFrom).FirstOrDefault();

    /// <summary>What no single table can tell: the same version twice, or two approved tables for one day.</summary>
    public IEnumerable<CaseProblem> Problems()
    {
        for (var i = 0; i < All.Length; i++)
        {
            foreach (var earlier in All.Take(i))
            {
                if ((earlier.Id, earlier.Version) == (All[i].Id, All[i].Version))
                {
                    yield return new CaseProblem(All[i].File, 0, "version", $"{All[i].Id} {All[i].Version} stands in {earlier.File} too. A change is a new version in a new file.");
                }

                if (Clash(earlier, All[i]))
                {
                    yield return new CaseProblem(All[i].File, 0, "applies_from", string.Create(CultureInfo.InvariantCulture, $"This table and {earlier.File} are both approved for {Later(earlier, All[i]):d MMMM yyyy}. Retire one, or change its dates."));
                }
            }
        }
    }

    /// <summary>What the council should see to before a day comes for which there is no table.</summary>
    public IEnumerable<CaseProblem> ProblemsOn(DateOnly day)
    {
        if (InForce(day) is not { } table)
        {
            yield return new CaseProblem("ras", 0, "applies_from", string.Create(CultureInfo.InvariantCulture, $"No table is in force on {day:d MMMM yyyy}: no figures are shown."), IsError: false);
        }
        else if (InForce(day.AddDays(WarningDays)) is null)
        {
            yield return new CaseProblem(table.File, 0, "applies_to", string.Create(CultureInfo.InvariantCulture, $"This table ends on {table.AppliesTo:d MMMM yyyy} and none follows it."), IsError: false);
        }
    }

    private const int WarningDays = 60;

    private static bool Clash(RasTable one, RasTable other) =>
        one.Status == RasStatus.Approved && other.Status == RasStatus.Approved && one.AppliesFrom <= other.AppliesTo && other.AppliesFrom <= one.AppliesTo;

    private static DateOnly Later(RasTable one, RasTable other) => one.AppliesFrom > other.AppliesFrom ? one.AppliesFrom : other.AppliesFrom;
}
