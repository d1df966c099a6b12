using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Triage.Kinds;

namespace TransformingLives.Bot.Content;

/// <summary>Whether cues and kinds of referral fit the forms, the phrases and each other.</summary>
internal static class CueChecks
{
    public static IEnumerable<ContentProblem> Of(CueTable cues, ReferralKinds kinds, BotContent content) =>
        [.. cues.Cues.SelectMany(cue => OfCue(cue, kinds, content)), .. kinds.All.Where(kind => kind.IsOffered && !content.Phrases.Has($"arrange.{kind.Id}")).Select(kind => Problem("triage/referrals.yaml", kind.Id, $"The phrase 'arrange.{kind.Id}', which offers it, is missing in content/replies.")), .. kinds.All.Where(kind => content.Desk.Outcomes.All(outcome => outcome.Code != kind.EventOutcome)).Select(kind => Problem("triage/referrals.yaml", kind.Id, $"The event outcome '{kind.EventOutcome}' is not in content/desk/outcomes.yaml."))];

    private static IEnumerable<ContentProblem> OfCue(Cue cue, ReferralKinds kinds, BotContent content)
    {
        foreach (var (question, option) in cue.Fills)
        {
            var known = content.FindQuestion(question);
            if (known is null)
            {
                yield return Problem("triage/cues", cue.Id, $"The cue '{cue.Id}' fills the question '{question}', which no form has.");
            }
            else if (known.Kind is AnswerKind.Choice or AnswerKind.Choices && known.Options.All(one => one.Id != option) || known.Kind == AnswerKind.YesNo && option is not ("yes" or "no"))
            {
                yield return Problem("triage/cues", cue.Id, $"The question '{question}' has no option '{option}'.");
            }
        }

        if (cue.Referral.Length > 0 && kinds.Find(cue.Referral) is null)
        {
            yield return Problem("triage/cues", cue.Id, $"There is no referral '{cue.Referral}' in content/triage/referrals.yaml.");
        }

        foreach (var asked in cue.Ask.Where(asked => content.FindQuestion(asked) is null))
        {
            yield return Problem("triage/cues", cue.Id, $"The cue '{cue.Id}' asks the question '{asked}', which no form has.");
        }

        if (cue.IsAnswer && !content.Phrases.Has($"cue.{cue.Id}"))
        {
            yield return Problem("triage/cues", cue.Id, $"The phrase 'cue.{cue.Id}', which is the answer, is missing in content/replies.");
        }
    }

    private static ContentProblem Problem(string file, string field, string message) => new(file, 0, field, message);
}
