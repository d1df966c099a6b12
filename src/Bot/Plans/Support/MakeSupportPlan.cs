using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.SupportPlans;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Plans.Support;

/// <summary>The answers of the form about it, as a first support plan beside the indicative budget.</summary>
public static class MakeSupportPlan
{
    /// <summary>The question that names the ideas chosen.</summary>
    internal const string Ideas = "plan_ideas";

    /// <summary>The option of somebody who has none yet.</summary>
    internal const string NoIdea = "none";

    private const int Most = 6;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The plan as it is now; null without an indicative budget or without any line.</summary>
    public static SupportPlan? From(Conversation conversation, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(around);
        ImmutableArray<SupportPlanLine> lines = [.. Chosen(conversation, around).Select(idea => Line(idea, conversation, around)), .. Other(conversation)];
        if (conversation.Estimate is not { } estimate || lines.IsEmpty || around.RasTables.InForce(around.Today) is not { } table)
        {
            return null;
        }

        var holding = Choice(conversation, "plan_holding") ?? Choice(conversation, "holding");
        return AddUpPlan.For(lines, estimate.Weekly, table.HoldingOptions.FirstOrDefault(option => option.Id == holding), table.PanelFrom) with
        {
            WantsBroker = IsYes(conversation, "plan_broker"),
            WantsAdvocate = IsYes(conversation, "plan_advocate"),
        };
    }

    /// <summary>Services of the directory that could do what was chosen: no more than somebody can look through.</summary>
    public static ImmutableArray<ServiceHit> Services(Conversation conversation, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(around);
        return [.. Chosen(conversation, around).SelectMany(idea => Services(idea, conversation, around, 2)).DistinctBy(service => service.Id).Take(Most)];
    }

    private static IEnumerable<SupportIdea> Chosen(Conversation conversation, Surroundings around) =>
        ((conversation.Answers[Ideas]?.Value as ChoicesValue)?.Options ?? []).Select(around.Content.Ideas.Find).OfType<SupportIdea>();

    private static ImmutableArray<ServiceHit> Services(SupportIdea idea, Conversation conversation, Surroundings around, int count) =>
        idea.Topic.Length == 0 ? [] : around.Knowledge.ServicesFor(idea.Topic, conversation.Place, around.Now, count, []);

    private static SupportPlanLine Line(SupportIdea idea, Conversation conversation, Surroundings around)
    {
        var named = Named(idea, conversation, around);
        var who = named is null ? idea.Who : named.Organisation == named.Name || named.Organisation.Length == 0 ? named.Name : $"{named.Name} ({named.Organisation})";
        var isCouncils = idea.IsCouncilService || named?.Organisation == around.Content.Council.Name;
        if (idea.IsOnce)
        {
            return new SupportPlanLine(idea.For, who, "Once", null) { Once = (conversation.Answers[$"once_{idea.Id}"]?.Value as MoneyValue)?.Amount, IsCouncilService = isCouncils };
        }

        var times = (conversation.Answers[$"often_{idea.Id}"]?.Value as NumberValue)?.Number is { } told and > 0 ? told : idea.Usual;
        var often = idea.Unit == "week" ? "All week" : string.Create(British, $"{times:0.##} {idea.Unit}{(times == 1 ? "" : "s")} a week");
        return new SupportPlanLine(idea.For, who, often, Math.Round(times * idea.Price, 2, MidpointRounding.AwayFromZero)) { IsCouncilService = isCouncils };
    }

    // A service is meant when its whole name was said, or it is the only one that could do it under that name.
    private static ServiceHit? Named(SupportIdea idea, Conversation conversation, Surroundings around) =>
        conversation.Answers["plan_who"]?.Value is TextValue(var said)
            ? Services(idea, conversation, around, 40).FirstOrDefault(service => said.Contains(service.Name, StringComparison.OrdinalIgnoreCase) || service.Organisation.Length > 0 && said.Contains(service.Organisation, StringComparison.OrdinalIgnoreCase))
            : null;

    private static IEnumerable<SupportPlanLine> Other(Conversation conversation) =>
        conversation.Answers["plan_other"]?.Value is TextValue(var text) ? [new SupportPlanLine(text, (conversation.Answers["plan_who"]?.Value as TextValue)?.Text ?? "Not said yet", "Not said yet", null)] : [];

    private static string? Choice(Conversation conversation, string question) => (conversation.Answers[question]?.Value as ChoiceValue)?.Option;

    private static bool IsYes(Conversation conversation, string question) => conversation.Answers[question]?.Value is YesNoValue(true);
}
