using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using TransformingLives.Channels.Tests.Testing;
using YamlDotNet.Serialization;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>The alarms and the dashboard that we give away name what is really measured, and a section that says what to do.</summary>
public sealed partial class WatchingPapersTests
{
    [Fact]
    public async Task Every_metric_that_an_alarm_or_the_dashboard_names_is_measured()
    {
        await using var collector = await Collector.StartAsync();
        await using var council = await RunningCouncil.StartAsync([.. collector.Settings, ("LanguageModel:Endpoint", "http://localhost:1/v1"), ("LanguageModel:Model", "scripted")]);
        _ = (council.Service<Bot.LanguageModel.Calling.ModelMeter>(), council.Service<Bot.Channels.LiveLines>());
        using var measured = new Measured(council);
        var names = measured.Instruments.SelectMany(AsPrometheus).ToHashSet(StringComparer.Ordinal);
        string[] used = [.. Alarms().Select(alarm => alarm["expr"]).Concat(Targets()).SelectMany(expression => Metric().Matches(WithoutLabels(expression)).Select(name => name.Value)).Distinct()];

        Assert.True(used.Length > 10);
        Assert.Empty(used.Except(names));
    }

    [Fact]
    public void Every_alarm_says_what_is_wrong_and_names_a_section_that_is_there()
    {
        var sections = Heading().Matches(File.ReadAllText(Paper("operating.md"))).Select(heading => "docs/operating.md#" + heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(Alarms());
        Assert.All(Alarms(), alarm => Assert.Contains(alarm["runbook"], sections));
        Assert.All(Alarms(), alarm => Assert.Matches("^[A-Z].{20,}[.?]$", alarm["summary"]));
    }

    [Fact]
    public void A_metric_that_nobody_measures_would_be_noticed() =>
        Assert.Equal(["transforming_lives_made_up_total"], Metric().Matches(WithoutLabels("""rate(transforming_lives_made_up_total{x="transforming_lives_y"}[5m])""")).Select(name => name.Value));

    // As Prometheus writes what arrives by OTLP.
    private static IEnumerable<string> AsPrometheus(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? [name + "_bucket", name + "_count", name + "_sum"]
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [name + "_total"]
            : [name];
    }

    private static List<Dictionary<string, string>> Alarms()
    {
        var file = new DeserializerBuilder().Build().Deserialize<AlarmFile>(File.ReadAllText(Paper("watching", "alerts.yaml")));
        return [.. file.groups.SelectMany(group => group.rules).Select(rule => new Dictionary<string, string>(rule.annotations) { ["expr"] = rule.expr, ["alert"] = rule.alert })];
    }

    private static IEnumerable<string> Targets()
    {
        using var board = JsonDocument.Parse(File.ReadAllText(Paper("watching", "dashboard.json")));
        return [.. board.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)];
    }

    private static string WithoutLabels(string expression) => Labels().Replace(Grouping().Replace(expression, ""), "");

    private static string Paper(params string[] below)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TransformingLives.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder.FullName, "docs", .. below]);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\bby \([^)]*\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\b[a-z]+(?:_[a-z]+){2,}\b")]
    private static partial Regex Metric();

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // Names as they stand in the file.
#pragma warning disable IDE1006, CA1002
    private sealed class AlarmFile
    {
        public List<AlarmGroup> groups { get; set; } = [];
    }

    private sealed class AlarmGroup
    {
        public string name { get; set; } = "";

        public List<Alarm> rules { get; set; } = [];
    }

    private sealed class Alarm
    {
        public string alert { get; set; } = "";

        public string expr { get; set; } = "";

        public string @for { get; set; } = "";

        public Dictionary<string, string> labels { get; set; } = [];

        public Dictionary<string, string> annotations { get; set; } = [];
    }
#pragma warning restore IDE1006, CA1002
}
