using TransformingLives.Bot.Content;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Triage.Kinds;

namespace TransformingLives.Bot.Hosting;

/// <summary>Finds the cues and the kinds of referral in <c>content/triage</c>. Their phrases are spelled as those of the safety net.</summary>
internal static class TriageFiles
{
    public static (CueTable Cues, ReferralKinds Kinds) Load(string content, SafetyRules rules, List<ContentProblem> problems)
    {
        var folder = Path.Combine(content, "triage");
        var cues = CueTableLoader.Load(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "cues*.yaml").Order(StringComparer.Ordinal).Select(path => ($"triage/{Path.GetFileName(path)}", File.ReadAllText(path))) : [], rules.Spellings, problems);
        var kinds = Path.Combine(folder, "referrals.yaml");
        if (File.Exists(kinds))
        {
            return (cues, ReferralKindsLoader.Load("triage/referrals.yaml", File.ReadAllText(kinds), rules.Spellings, problems) ?? ReferralKinds.None);
        }

        problems.Add(new ContentProblem("triage/referrals.yaml", 0, "", "This file is missing."));
        return (cues, ReferralKinds.None);
    }
}
