using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Plans;

/// <summary>The person's own plan in the conversation: said once when it is ready, shown and texted when asked for.</summary>
internal static class PlanTelling
{
    private static readonly string[] Numbers = ["plan_phone", "contact_phone"];
    private static readonly string[] TextIt = ["text me my plan", "text me the plan", "text my plan", "send me my plan", "send me the plan", "text it to me"];
    private static readonly string[] ShowIt = ["show my plan", "show me my plan", "see my plan", "my plan please", "read my plan", "what is my plan"];

    /// <summary>Nothing more is to be asked: the plan is ready, and what can be done now.</summary>
    public static Turn WhatNow(Turn turn, Surroundings around) => turn.Conversation.PlanIsKnown ? turn.Say(around, PhraseIds.WhatNow) : Ready(turn, around);

    /// <summary>Says, once, that the plan is ready.</summary>
    public static Turn Ready(Turn turn, Surroundings around) =>
        turn.Conversation.PlanIsKnown ? turn : turn.Say(around, PhraseIds.PlanReady).Remember(c => c with { PlanIsKnown = true });

    /// <summary>Somebody asks for their plan.</summary>
    public static Turn? Take(Turn turn, Surroundings around)
    {
        var line = Words.Line(turn.Message.Text);
        if (Words.HasAny(line, TextIt))
        {
            return SendText(turn, around);
        }

        return IsAskedFor(line) ? Commands.Reask(turn.Say(Shown(turn, around)), around).End(EndingIds.Answered) : null;
    }

    /// <summary>Texts it to the number that is known, or asks for one.</summary>
    public static Turn SendText(Turn turn, Surroundings around)
    {
        if (Reach.Verified(turn.Conversation) is { } theirs && turn.Conversation.Answers["plan_phone"] is null)
        {
            var plan = new CaseWork.SendText(WorkId.For(turn, "plan"), turn.Conversation.Id, theirs, PlanText.Short(MakePlan.From(turn.Conversation, around)));
            return Commands.Reask(turn.Do(plan).Say(around, PhraseIds.PlanTexted, ("number", Printed(theirs))), around).End(EndingIds.Answered);
        }

        var number = Numbers.Select(question => turn.Conversation.Answers[question]?.Value as PhoneValue).FirstOrDefault(phone => phone?.IsMobile() == true);
        if (number is null)
        {
            return turn.Conversation.Answers["plan_phone"] is null
                ? Agenda.Open(turn, FormIds.PlanByText, around).End(EndingIds.Asked)
                : Commands.Reask(turn.Say(around, PhraseIds.PlanNotTexted), around).End(EndingIds.Answered);
        }

        // It tells much about somebody: a number that is not shown to be theirs gets it only after it was.
        var text = PlanText.Short(MakePlan.From(turn.Conversation, around));
        var told = turn.Conversation.Numbers.Contains(number.International()) ? PhraseIds.PlanTexted : PhraseIds.PlanTextedAfterCheck;
        return Commands.Reask(
            turn.Do(new CaseWork.SendText(WorkId.For(turn, "plan"), turn.Conversation.Id, number.International(), text)).Say(around, told, ("number", number.Printed())),
            around).End(EndingIds.Answered);
    }

    private static string Printed(string e164) => new PhoneValue(e164.StartsWith("+44", StringComparison.Ordinal) ? $"0{e164[3..]}" : e164).Printed();

    // By text "plan" alone is enough.
    private static bool IsAskedFor(string line) => line.Trim() == "plan" || Words.HasAny(line, ShowIt);

    private static Reply Shown(Turn turn, Surroundings around)
    {
        var plan = MakePlan.From(turn.Conversation, around);
        if (plan.IsEmpty)
        {
            return turn.Phrase(around, PhraseIds.PlanEmpty);
        }

        return turn.Phrase(around, PhraseIds.PlanShown) with
        {
            Short = PlanText.Short(plan),
            Rows =
            [
                .. plan.TalkedAbout.Select(line => new SummaryRow("What we talked about", line.Label, line.Words, "", false)),
                .. plan.CanDo.Select(idea => new SummaryRow("What you can do now", idea.Title, string.Join(' ', new[] { idea.Summary }.Concat(idea.Services)), "", false)),
                .. plan.HappensNext.Select((next, at) => new SummaryRow("What happens next", $"{at + 1}", next, "", false)),
                .. plan.WhoToRing.Select(line => new SummaryRow("Who to ring", line.Label, line.Words, "", false)),
            ],
        };
    }
}
