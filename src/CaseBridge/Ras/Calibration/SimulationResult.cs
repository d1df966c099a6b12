using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>What a table would cost a council, and to whom.</summary>
public sealed record SimulationResult
{
    /// <summary>Weeks paid in a year: thirteen periods of four.</summary>
    public const int WeeksInAYear = PaymentSchedule.PeriodsInAYear * PaymentSchedule.Weeks;

    /// <summary>The table tried, for instance "tl-ras-v1 1.0.0".</summary>
    public required string Table { get; init; }

    /// <summary>Number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>All indicative budgets together, pounds a week.</summary>
    public required decimal Weekly { get; init; }

    /// <summary>The same for a year.</summary>
    public decimal Yearly => Weekly * WeeksInAYear;

    /// <summary>What the cases have now, pounds a year.</summary>
    public required decimal YearlyBefore { get; init; }

    /// <summary>The council's cash limit, pounds a year.</summary>
    public required decimal CashLimit { get; init; }

    /// <summary>Held back for what nobody foresees, in hundredths of the limit.</summary>
    public required decimal ContingencyPercent { get; init; }

    /// <summary>What may be spent when the contingency is held back, pounds a year.</summary>
    public decimal ToSpend => CashLimit * (1 - (ContingencyPercent / 100));

    /// <summary>Pounds a year left, without holding anything back; below nothing when the limit is broken.</summary>
    public decimal LeftOfLimit => CashLimit - Yearly;

    /// <summary>Pounds a year left, with the contingency held back; below nothing when it is broken.</summary>
    public decimal LeftOfToSpend => ToSpend - Yearly;

    /// <summary>Budgets of the cases, pounds a week.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>Who gains and who loses, all together first, then by group.</summary>
    public required ImmutableArray<GroupChange> Groups { get; init; }
}

/// <summary>How budgets are spread, pounds a week.</summary>
/// <param name="Bands">Cases in each band of fifty pounds, from nothing up.</param>
/// <param name="P10">A tenth of the cases have this or less.</param>
/// <param name="P25">A quarter.</param>
/// <param name="Median">Half.</param>
/// <param name="P75">Three quarters.</param>
/// <param name="P90">Nine tenths.</param>
/// <param name="Most">The highest.</param>
public sealed record Distribution(ImmutableArray<int> Bands, decimal P10, decimal P25, decimal Median, decimal P75, decimal P90, decimal Most)
{
    /// <summary>Width of a band, pounds.</summary>
    public const int BandWidth = 50;
}

/// <summary>What changes for a group.</summary>
/// <param name="Dimension">"Age group", "Need", "Area" or "All".</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="MeanBefore">Pounds a week.</param>
/// <param name="MeanAfter">Pounds a week.</param>
/// <param name="Gain">Cases that get more.</param>
/// <param name="Lose">Cases that get less.</param>
public sealed record GroupChange(string Dimension, string Group, int Cases, decimal MeanBefore, decimal MeanAfter, int Gain, int Lose)
{
    /// <summary>Change of the mean, pounds a week.</summary>
    public decimal Change => MeanAfter - MeanBefore;
}
