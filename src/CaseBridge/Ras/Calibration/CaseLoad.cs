using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>All cases of a council, scored once: another price curve needs no more than the scores.</summary>
public sealed class CaseLoad
{
    /// <summary>Scores the cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="table">Gives the points.</param>
    /// <param name="before">Gives what a case has now, where the file doesn't say.</param>
    public CaseLoad(ImmutableArray<CalibrationCase> cases, RasTable table, RasTable before)
    {
        var (prices, old) = (new RasPriceTable(table), new RasPriceTable(before));
        Cases = cases;
        Scores = [.. cases.Select(one => prices.Points(one.Levels))];
        Before = [.. cases.Select(one => one.Now ?? old.Weekly(old.Points(one.Levels)))];
        Dimensions =
        [
            Dimension.Of("Age group", cases, one => one.AgeGroup),
            Dimension.Of("Need", cases, one => one.Need),
            Dimension.Of("Area", cases, one => one.Area),
        ];
    }

    /// <summary>The cases.</summary>
    public ImmutableArray<CalibrationCase> Cases { get; }

    internal int[] Scores { get; }

    internal decimal[] Before { get; }

    internal ImmutableArray<Dimension> Dimensions { get; }
}

/// <summary>A way to part the cases into groups.</summary>
/// <param name="Title">"Age group".</param>
/// <param name="Groups">Names of the groups, in order.</param>
/// <param name="GroupOf">The group of each case.</param>
internal sealed record Dimension(string Title, ImmutableArray<string> Groups, int[] GroupOf)
{
    public static Dimension Of(string title, ImmutableArray<CalibrationCase> cases, Func<CalibrationCase, string> group)
    {
        var groups = cases.Select(group).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var index = groups.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        return new Dimension(title, groups, [.. cases.Select(one => index[group(one)])]);
    }
}
