using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>Recall of the safety net for each kind of danger, at its rate of false alarms.</summary>
internal static class EvaluateSafety
{
    private const string None = "none";

    /// <param name="lines">Tab-separated: id, text, label, note; the first line is a header.</param>
    /// <param name="moment">Where in a conversation each message stands.</param>
    public static Figures Run(IEnumerable<string> lines, SafetyRules rules, ScreeningMoment moment = ScreeningMoment.First)
    {
        var records = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(part => new Record(part[0], part[1], part[2], part.Length > 3 ? part[3] : "", SafetyNet.LookSafely(part[1], rules, moment))).ToList();
        var dangers = records.Where(record => record.Label != None).ToList();
        var harmless = records.Where(record => record.Label == None).ToList();
        var recall = new JsonObject();
        foreach (var group in dangers.GroupBy(record => record.Label).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            recall[group.Key] = Figures.Share(group, record => record.First == record.Label);
        }

        return new Figures(
            new JsonObject
            {
                ["n"] = records.Count,
                ["recall"] = recall,
                ["noticed"] = Figures.Share(dangers, record => !record.Raised.IsEmpty),
                ["noticedOrAsked"] = Figures.Share(dangers, record => !record.Raised.IsEmpty || record.Asked),
                ["askedNeedlessly"] = Figures.Share(harmless, record => record.Asked),
                ["falseAlarmRate"] = Figures.Share(harmless, record => !record.Raised.IsEmpty),
                ["falseAlarmRateHard"] = Figures.Share(harmless.Where(record => record.IsHard), record => !record.Raised.IsEmpty),
                ["falseAlarmRatePlain"] = Figures.Share(harmless.Where(record => !record.IsHard), record => !record.Raised.IsEmpty),
            },
            [.. records.Where(record => record.First != record.Label).OrderBy(record => record.First != None).Select(record => new Miss(record.Id, record.Text, record.Label, string.Join(", ", record.Raised.Select(concern => concern.Kind.Code()).DefaultIfEmpty(None)), string.Join("; ", record.Raised.Select(concern => $"{concern.Rule}: {concern.Words}"))))]);
    }

    private sealed record Record(string Id, string Text, string Label, string Note, Screening Screening)
    {
        public ImmutableArray<Concern> Raised => Screening.Concerns;

        public bool Asked => Screening.Doubt is not null;

        public string First => Raised.IsEmpty ? None : Raised[0].Kind.Code();

        public bool IsHard => Note.StartsWith("hard", StringComparison.Ordinal);
    }
}
