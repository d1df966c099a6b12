using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>Looks for a price curve that meets a cash limit: it rises all the way, and its top stays as the council set it.</summary>
public static class SuggestTable
{
    /// <summary>Curves tried.</summary>
    public const int Candidates = 100;

    private const double Steepest = 4;
    private const int Halvings = 8;
    private const decimal WholePenceForEachPoint = 0.10m;

    /// <summary>Tries curves of the council's own shape, bent more or less, and takes the dearest that can be paid.</summary>
    /// <param name="load">The cases.</param>
    /// <param name="table">The council's table: its shape and its top.</param>
    /// <param name="cashLimit">Pounds a year.</param>
    /// <param name="contingencyPercent">Held back, in hundredths.</param>
    /// <param name="progress">Told how many curves have been tried; may be null.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Suggestion For(CaseLoad load, RasTable table, decimal cashLimit, decimal contingencyPercent, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var tried = ImmutableArray.CreateBuilder<Candidate>(Candidates);
        for (var i = 0; i < Candidates; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bend = Math.Pow(Steepest, (2.0 * i / (Candidates - 1)) - 1);
            tried.Add(Try(bend));
            progress?.Report(i + 1);
        }

        var payable = tried.FirstOrDefault(candidate => candidate.Result.LeftOfToSpend >= 0);
        return new Suggestion(payable is null ? null : Nearer(payable, Try), tried.ToImmutable());

        Candidate Try(double bend)
        {
            var bent = Bend(table, bend);
            return new Candidate(bend, bent, Simulate.Run(load, bent, cashLimit, contingencyPercent));
        }
    }

    // Between the dearest curve that can be paid and the one before it, which can't.
    private static Candidate Nearer(Candidate payable, Func<double, Candidate> attempt)
    {
        var dear = Math.Max(1 / Steepest, payable.Bend / Math.Pow(Steepest, 2.0 / (Candidates - 1)));
        for (var i = 0; i < Halvings; i++)
        {
            var between = attempt((dear + payable.Bend) / 2);
            (dear, payable) = between.Result.LeftOfToSpend >= 0 ? (dear, between) : (between.Bend, payable);
        }

        return payable;
    }

    /// <summary>The table's curve, bent: 1 leaves it as it is, more takes from the middle, less gives to it. The top stays.</summary>
    public static RasTable Bend(RasTable table, double bend)
    {
        ArgumentNullException.ThrowIfNull(table);
        var top = table.Knots[^1].Weekly;
        decimal Price(RasKnot knot) => knot == table.Knots[^1] || knot.Weekly == 0 || top == 0
            ? knot.Weekly
            : Round(top * (decimal)Math.Pow((double)(knot.Weekly / top), bend), top);
        return table with { Version = $"{table.Version}-suggested", Status = RasStatus.Test, ApprovedBy = null, ApprovedOn = null, Knots = [.. table.Knots.Select(knot => knot with { Weekly = Price(knot) })] };
    }

    // Rounded down, so that the limit holds and each point between two knots is whole pence.
    private static decimal Round(decimal weekly, decimal top) => Math.Min(top, decimal.Floor(weekly / WholePenceForEachPoint) * WholePenceForEachPoint);
}

/// <summary>What the search found.</summary>
/// <param name="Best">The dearest curve that can be paid; null when none can.</param>
/// <param name="Tried">All curves, from the most generous to the most sparing.</param>
public sealed record Suggestion(Candidate? Best, ImmutableArray<Candidate> Tried);

/// <summary>A curve that was tried.</summary>
/// <param name="Bend">1 is the council's own.</param>
/// <param name="Table">The curve as a table.</param>
/// <param name="Result">What it would cost, and to whom.</param>
public sealed record Candidate(double Bend, RasTable Table, SimulationResult Result);
