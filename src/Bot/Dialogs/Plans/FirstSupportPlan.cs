using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans.Support;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.Bot.Dialogs.Plans;

/// <summary>A first support plan in the conversation: offered once a figure was shown, added up, and never said to be agreed.</summary>
internal static class FirstSupportPlan
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Asked = ["support plan", "plan how to spend", "plan what to spend", "plan the money"];

    /// <summary>Offered to whoever was shown a figure, and not in a crisis.</summary>
    public static bool MayBeOffered(Conversation conversation) =>
        conversation is { Estimate: not null, IsInCrisis: false } && conversation.Finished.Contains(FormIds.Needs)
        && !conversation.Finished.Contains(FormIds.SupportPlan) && !conversation.Forms.Contains(FormIds.SupportPlan) && conversation.MayOffer(OfferIds.SupportPlan);

    /// <summary>Somebody asks for it by name, once a figure was shown.</summary>
    public static Turn? Take(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        var isAsked = Words.HasAny(Words.Line(turn.Message.Text), Asked) && turn.Reading!.Questions.IsEmpty && conversation.Estimate is not null && !conversation.IsInCrisis && !Agenda.IsInterview(conversation);
        if (!isAsked)
        {
            return null;
        }

        if (around.Switches.Estimates is { } off)
        {
            return Commanding.Commands.Reask(Estimating.TellOff(turn, off, around), around);
        }

        return MakeSupportPlan.From(conversation, around) is { } plan
            ? Commanding.Commands.Reask(turn.Say(Shown(turn, plan, around)), around).End(EndingIds.Answered)
            : Agenda.Open(turn.Remember(c => c with { Offers = c.Offers.SetItem(OfferIds.SupportPlan, true) }), FormIds.SupportPlan, around).End(EndingIds.Asked);
    }

    /// <summary>Before the question who should do it: who could, from the directory.</summary>
    public static Turn Cards(Turn turn, Question question, Surroundings around)
    {
        var services = question.Id == "plan_who" ? MakeSupportPlan.Services(turn.Conversation, around) : [];
        return services.IsEmpty ? turn : turn.Say(turn.Phrase(around, PhraseIds.SupportPlanServices) with { Services = services });
    }

    /// <summary>All was asked: the plan, added up.</summary>
    public static Turn Written(Turn turn, Surroundings around)
    {
        if (MakeSupportPlan.From(turn.Conversation, around) is not { } plan)
        {
            return turn.Say(around, PhraseIds.SupportPlanNothing);
        }

        turn = turn.Say(Shown(turn, plan, around));
        return plan.NotThisWay.IsEmpty ? turn : turn.Say(around, PhraseIds.SupportPlanNotThisWay, ("lines", string.Join(' ', plan.NotThisWay)));
    }

    private static Reply Shown(Turn turn, SupportPlan plan, Surroundings around)
    {
        var sum = turn.Phrase(around, plan.Left < 0 ? PhraseIds.SupportPlanOver : PhraseIds.SupportPlanWithin,
            ("weekly", Pounds(plan.Weekly)), ("budget", Pounds(plan.Budget)), ("left", Pounds(Math.Abs(plan.Left))));
        ImmutableArray<string> next =
        [
            "Nobody has agreed this yet. Only a council worker can sign it off, with you.",
            .. plan.Panel is { } panel ? [panel] : Array.Empty<string>(),
            .. plan.WantsBroker ? ["You would like help to arrange it. We pass that on."] : Array.Empty<string>(),
            .. plan.WantsAdvocate ? ["You would like an advocate on your side. We pass that on. It is free."] : Array.Empty<string>(),
        ];
        return sum with
        {
            Style = ReplyStyle.Estimate,
            Rows = [.. plan.Lines.Select(line => new SummaryRow("", line.For, SupportPlanWords.Of(line), "", false)), new SummaryRow("", "About, each week", Pounds(plan.Weekly), "", false), .. plan.Once > 0 ? [new SummaryRow("", "About, once", Pounds(plan.Once), "", false)] : Array.Empty<SummaryRow>()],
            Details = [new Detail("What happens with it", next)],
        };
    }

    private static string Pounds(decimal amount) => amount.ToString("C2", British);
}
