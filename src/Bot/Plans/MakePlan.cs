using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Plans;

/// <summary>A conversation as the person's own short plan. Dangers are never in it: somebody else may see the screen.</summary>
public static class MakePlan
{
    private const int Ideas = 6;
    private const int ServicesForAnIdea = 2;
    private static readonly HashSet<string> NoConcerns = [];
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly ImmutableArray<string> OwnWords = ["what_matters", "strengths", "network"];

    /// <summary>The plan as it is now.</summary>
    public static OwnPlan From(Conversation conversation, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(around);
        return new OwnPlan([.. TalkedAbout(conversation, around)], [.. CanDo(conversation, around)], [.. PlanNextSteps.Of(conversation, around)], WhoToRing(around))
        {
            Support = Plans.Support.MakeSupportPlan.From(conversation, around),
            HasContingency = !MakeContingencyPlan.From(conversation, around).IsEmpty,
        };
    }

    private static IEnumerable<PlanLine> TalkedAbout(Conversation conversation, Surroundings around)
    {
        var told = from form in around.Content.Forms
                   from question in form.Questions
                   where OwnWords.Contains(question.Part) && conversation.Answers[question.Id] is { IsSkipped: false }
                   select new PlanLine(question.Label, AnswerText.Of(question, conversation.Answers[question.Id]!.Value));
        foreach (var line in told)
        {
            yield return line;
        }

        if (conversation.Finished.Contains(FormIds.FirstConversation))
        {
            var outcome = DecideOutcome.From(around.Content.Triage, conversation.Answers, NoConcerns);
            yield return new PlanLine("What we noticed", string.Join(' ', outcome.Reasons.Select(reason => reason.Text)));
        }

        foreach (var line in Money(conversation))
        {
            yield return line;
        }
    }

    private static IEnumerable<PlanLine> Money(Conversation conversation)
    {
        if (conversation.Estimate is { } estimate)
        {
            yield return new PlanLine("A first guess at a budget", string.Create(British, $"About {estimate.Weekly:C2} a week, {estimate.FourWeekly:C2} for four weeks. It is indicative: it is not an offer, and it can go up or down."));
        }

        if (conversation.Contribution is { } contribution)
        {
            yield return new PlanLine("What you may have to pay", string.Create(British, $"About {contribution.Pays:C2} a week of it. A finance officer will check."));
        }
    }

    private static IEnumerable<PlanIdea> CanDo(Conversation conversation, Surroundings around)
    {
        var unwanted = conversation.NotACarer ? CarerTopics : [];
        foreach (var topic in conversation.Topics.Reverse().Where(topic => !unwanted.Contains(topic)).Take(Ideas))
        {
            if (around.Knowledge.GuideFor(topic, around.Now) is { } guide)
            {
                var services = around.Knowledge.ServicesFor(topic, conversation.Place, around.Now, ServicesForAnIdea, unwanted);
                yield return new PlanIdea(guide.Title, guide.Summary, guide.NextSteps, [.. services.Select(Service)], Source(guide.Source));
            }
        }
    }

    private static readonly ImmutableArray<string> CarerTopics = ["carers_assessment", "young_carers"];

    private static string Service(ServiceHit service) => string.Join(", ", new[] { service.Name, service.Where, service.When, service.Phone }.Where(part => part.Length > 0));

    private static string Source(Source source) => source.Checked is { } day ? string.Create(British, $"From {source.Title}, checked on {day:d MMMM yyyy}.") : $"From {source.Title}.";

    private static ImmutableArray<PlanLine> WhoToRing(Surroundings around)
    {
        var council = around.Content.Council;
        return
        [
            new PlanLine($"{council.Name}, adult social care", $"{council.Phone} ({council.HoursInWords})"),
            new PlanLine("When we are closed and it can't wait", council.DutyPhone),
            new PlanLine("Worried that somebody is being hurt", council.SafeguardingPhone),
            new PlanLine("Somebody is in danger now", "999"),
            new PlanLine("Health advice, day and night", "111"),
        ];
    }
}
