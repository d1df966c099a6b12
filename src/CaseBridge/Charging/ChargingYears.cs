using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.CaseBridge.Charging;

/// <summary>All charging years.</summary>
public sealed record ChargingYears(ImmutableArray<ChargingYear> All)
{
    /// <summary>No years.</summary>
    public static ChargingYears None { get; } = new([]);

    /// <summary>The year in force on a day; null when none is. There is no falling back to another year.</summary>
    public ChargingYear? InForce(DateOnly day) => All.FirstOrDefault(year => year.AppliesFrom <= day && day <= year.AppliesTo);

    /// <summary>Two years for one day.</summary>
    public IEnumerable<CaseProblem> Problems() =>
        from pair in All.SelectMany((year, index) => All.Skip(index + 1).Select(other => (year, other)))
        where pair.year.AppliesFrom <= pair.other.AppliesTo && pair.other.AppliesFrom <= pair.year.AppliesTo
        select new CaseProblem(pair.other.File, 0, "applies_from", $"This year and {pair.year.File} overlap.");

    /// <summary>A day for which there is no year.</summary>
    public IEnumerable<CaseProblem> ProblemsOn(DateOnly day) => InForce(day) is null
        ? [new CaseProblem("charging", 0, "applies_from", string.Create(CultureInfo.InvariantCulture, $"No charging year is in force on {day:d MMMM yyyy}: nobody is told what they may have to pay."), IsError: false)]
        : [];
}
