using System.Net;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>A simulation as one page that members can read and print: plots, and the same figures as text below them.</summary>
internal static class SimulationReport
{
    private const string New = "#1d4f4a";
    private const string Other = "#942514";

    public static string Html(Simulated of) => $$"""
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What table {{Encode(of.Result.Table)}} would cost</title>
        <style>body{font:17px/1.5 system-ui,Arial,sans-serif;max-width:800px;margin:24px auto;padding:0 16px;color:#0b0c0c}svg{width:100%;height:auto;font-size:13px}figure{margin:24px 0}figcaption{font-weight:700}pre{white-space:pre-wrap;font-size:13px}@media print{@page{size:A4;margin:16mm}figure{break-inside:avoid}pre{font-size:8pt} }</style></head>
        <body><main><h1>What table {{Encode(of.Result.Table)}} would cost</h1>
        <p>These are indicative budgets. No person's support changes by this page.</p>
        {{Plots(of)}}
        <h2>The figures</h2><pre tabindex="0">{{Encode(SimulateOutput.Text(of))}}</pre></main></body></html>
        """;

    /// <summary>The plots alone.</summary>
    public static string Plots(Simulated of) => string.Concat(
        SvgPlot.Bars("Cases by budget a week (from so many pounds)", [.. of.Result.Distribution.Bands.Select((cases, band) => ($"{band * Distribution.BandWidth}", (double)cases))]),
        SvgPlot.Lines("Pounds a week by points", Curves(of)),
        SvgPlot.Changes("Change of the mean, pounds a week", [.. of.Result.Groups.Select(group => ($"{group.Dimension}: {group.Group} ({group.Cases:#,##0})", (double)group.Change))]),
        SvgPlot.Lines("Curves tried, from generous to sparing: people who would get less, in a hundred", [("lose", Other, [.. of.Suggestion.Tried.Select((candidate, at) => ((double)at + 1, 100.0 * candidate.Result.Groups[0].Lose / Math.Max(1, candidate.Result.Cases)))])]));

    private static IReadOnlyList<(string Name, string Colour, IReadOnlyList<(double X, double Y)> Points)> Curves(Simulated of)
    {
        IReadOnlyList<(double X, double Y)> Points(CaseBridge.Ras.RasTable table) => [.. table.Knots.Select(knot => ((double)knot.Points, (double)knot.Weekly))];
        return of.Suggestion.Best is { } best
            ? [($"{of.Result.Table}", New, Points(of.Table)), ("suggested", Other, Points(best.Table))]
            : [($"{of.Result.Table}", New, Points(of.Table))];
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
