using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>Payments every four weeks: "Allocations to users will only be made on a four weekly basis in order to manage risk" (Cheshire East 2008, 7.5.2).</summary>
public static class PaymentSchedule
{
    /// <summary>Weeks in a period.</summary>
    public const int Weeks = 4;

    /// <summary>Periods in a year of 52 weeks.</summary>
    public const int PeriodsInAYear = 13;

    /// <summary>The payments of a year.</summary>
    /// <param name="weekly">Pounds a week, whole pence.</param>
    /// <param name="first">First day of the first period.</param>
    public static ImmutableArray<Payment> ForAYear(decimal weekly, DateOnly first) =>
    [
        .. Enumerable.Range(0, PeriodsInAYear).Select(period => first.AddDays(period * Weeks * 7)).Select((from, period) => new Payment(period + 1, from, from.AddDays((Weeks * 7) - 1), weekly * Weeks)),
    ];
}

/// <summary>One payment: for the days from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record Payment(int Number, DateOnly From, DateOnly To, decimal Amount);
