using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Plans;

/// <summary>The plan for a day when the main helper can't be there: offered, written, shown, and set going when that day comes (Cambridgeshire 2014, appendix one).</summary>
internal static class Contingency
{
    /// <summary>The kind of referral that asks for such a plan, and the kind of the alert that it was set going.</summary>
    public const string Kind = "contingency_plan";

    /// <summary>The question whose yes means that the plan is running.</summary>
    public const string HelperAway = "helper_away";

    private const string Topic = "carers_emergency_plan";
    private static readonly string[] Names = ["emergency plan", "contingency plan", "plan for emergencies", "back up plan", "backup plan"];
    private static readonly string[] Asks = ["show", "see", "read", "print", "open", "where is", "look at", "wheres"];
    private static readonly string[] Writes = ["write", "make", "change", "fill in", "start", "begin", "do"];

    /// <summary>This plan, or a first support plan, is being written: what is said is kept there and nowhere else.</summary>
    public static bool IsBeingWritten(Conversation conversation) => conversation.Forms is [.., FormIds.ContingencyPlan or FormIds.SupportPlan] && conversation.OpenQuestion is not null;

    /// <summary>Offered to those who plan ahead, and to those who help somebody: once nothing else is to be asked, and not in a crisis.</summary>
    public static bool MayBeOffered(Conversation conversation)
    {
        if (conversation.IsInCrisis || conversation.Finished.Contains(FormIds.ContingencyPlan) || conversation.Forms.Contains(FormIds.ContingencyPlan)
            || !conversation.MayOffer(OfferIds.Contingency) || !conversation.Offers.GetValueOrDefault(OfferIds.Arrange(Kind), true))
        {
            return false;
        }

        return conversation.Sent.Any(sent => sent.Kind == Kind) || conversation.Suggested.Contains(Kind) || conversation.Topics.Contains(Topic)
            || conversation.Answers["wants_help_with"]?.Value is ChoicesValue wants && wants.Options.Contains("planning_ahead")
            || conversation.Finished.Contains(FormIds.FirstConversation) && IsAboutOther(conversation);
    }

    /// <summary>All that was to be asked was asked.</summary>
    public static Turn Written(Turn turn, Surroundings around) => MakeContingencyPlan.From(turn.Conversation, around).IsEmpty
        ? turn
        : turn.Say(around, PhraseIds.ContingencyReady);

    /// <summary>Somebody asks to see their plan, or to write it.</summary>
    public static Turn? Take(Turn turn, Surroundings around)
    {
        var line = Words.Line(turn.Message.Text);
        if (!Words.HasAny(line, Names) || IsBeingWritten(turn.Conversation))
        {
            return null;
        }

        var plan = MakeContingencyPlan.From(turn.Conversation, around);
        var isName = Names.Contains(line.Trim());
        if (!plan.IsEmpty && (isName || Words.HasAny(line, Asks)))
        {
            return Commands.Reask(turn.Say(Shown(turn.Phrase(around, PhraseIds.ContingencyShown), plan)), around).End(EndingIds.Answered);
        }

        var isWish = isName || Words.HasAny(line, Writes) && turn.Reading!.Questions.IsEmpty && Words.All(line).Length <= 9;
        return isWish && !turn.Conversation.IsInCrisis && !turn.Conversation.Sent.IsEmpty || isName && !turn.Conversation.IsInCrisis
            ? Agenda.Open(turn.Remember(c => c with { Offers = c.Offers.SetItem(OfferIds.Contingency, true) }), FormIds.ContingencyPlan, around).End(EndingIds.Asked)
            : null;
    }

    /// <summary>The day has come on which the main helper can't be there; there is a plan for it, and it isn't running.</summary>
    public static bool SetsGoing(Turn turn, Surroundings around) =>
        turn.Conversation.Floor != Floor.Officer && turn.Cues.Any(cue => cue.StartsPlan) && !IsRunning(turn.Conversation) && !MakeContingencyPlan.From(turn.Conversation, around).IsEmpty;

    /// <summary>Notes that the main helper can't be there, so that whatever is sent at once says so.</summary>
    public static Turn Heard(Turn turn) => turn.Remember(c => c with
    {
        Answers = c.Answers.With(new Answer(HelperAway, new YesNoValue(true), turn.Message.Text, AnswerOrigin.Volunteered, turn.Message.At)),
    });

    /// <summary>The day has come: the plan is shown, those named in it are read out, and the team is told.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="danger">What was answered to a danger in the same message; null when there was none.</param>
    /// <param name="around">What the turn looks at.</param>
    public static Turn SetGoing(Turn turn, Turn? danger, Surroundings around)
    {
        var plan = MakeContingencyPlan.From(turn.Conversation, around);
        var shown = Shown(turn.Phrase(around, PhraseIds.ContingencyStarted, ("steps_in", StepsIn(turn, plan, around))), plan);
        var said = danger ?? turn;
        var alert = new CaseAlert(WorkId.For(turn, Kind), turn.Conversation.Id, Kind, ForStaff(turn, plan), turn.Message.At);
        said = said.Do(new CaseWork.RaiseAlert(alert)).Remember(c => c with { OpenQuestion = null, OpenOffer = null });
        if (danger is null)
        {
            return CrisisHelp.Help(said.Say(shown), OutcomeOf.Answers(said.Conversation, around), around).End(EndingIds.PlanSetGoing);
        }

        // Life in danger, or harm, comes before the plan; care that is missing is what the plan is for.
        var isGrave = turn.Concerns.Any(concern => concern.Kind is not (ConcernKind.CarerBreakdown or ConcernKind.UrgentCareNeed));
        return CrisisHelp.StandBy(said with { Replies = isGrave ? said.Replies.Add(shown) : said.Replies.Insert(turn.Replies.Length, shown) }, around);
    }

    private static bool IsRunning(Conversation conversation) => conversation.IsInCrisis && conversation.Answers[HelperAway]?.Value is YesNoValue(true);

    private static bool IsAboutOther(Conversation conversation) =>
        conversation.Answers["about_who"]?.Value is ChoiceValue("other" or "both") && conversation.Answers["helper_coping"]?.Value is not ChoiceValue("nobody");

    private static string StepsIn(Turn turn, ContingencyPlan plan, Surroundings around)
    {
        ImmutableArray<string> steps =
        [
            .. plan.First is { } first ? [turn.Phrase(around, PhraseIds.ContingencyFirst, ("first", first.TrimEnd('.'))).Text] : Array.Empty<string>(),
            .. plan.Second is { } second ? [turn.Phrase(around, PhraseIds.ContingencySecond, ("second", second.TrimEnd('.'))).Text] : Array.Empty<string>(),
        ];
        return steps.IsEmpty ? turn.Phrase(around, PhraseIds.ContingencyNobody).Text : string.Join(' ', steps);
    }

    private static string ForStaff(Turn turn, ContingencyPlan plan)
    {
        string?[] parts =
        [
            turn.Message.Text,
            plan.First is { } first ? $"First to ask: {first}." : null,
            plan.Second is { } second ? $"Next: {second}." : null,
            turn.Conversation.Place?.Patch is { Length: > 0 } patch ? $"{patch}." : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private static Reply Shown(Reply reply, ContingencyPlan plan) => reply with
    {
        Rows = [.. plan.Parts.SelectMany(part => part.Lines.Select(line => new SummaryRow(part.Title, line.Label, line.Words, "", false)))],
        Sources = [],
    };
}
