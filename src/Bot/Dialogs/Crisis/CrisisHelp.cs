using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>Tier two: help today by a named team, for a short time, and we come back (Cambridgeshire 2014, 2.6). No budget is shown, and nothing long-term is arranged.</summary>
internal static class CrisisHelp
{
    private const string Urgent = "urgent";
    private const string CheckInName = "crisis_check_in";
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The answers of a first conversation lead here: says what happens today, and tells the duty team at once.</summary>
    public static Turn Begin(Turn turn, TriageOutcome outcome, Surroundings around)
    {
        var reasons = outcome.Reasons.Select(reason => reason.Text);
        var alert = new CaseAlert(WorkId.For(turn, "crisis"), turn.Conversation.Id, ConcernKind.CarerBreakdown.Code(), string.Join(' ', reasons), turn.Message.At);
        return Help(turn.Do(new CaseWork.RaiseAlert(alert)), outcome, around);
    }

    /// <summary>Says what happens today, sends what is known to the duty team, and promises to come back.</summary>
    public static Turn Help(Turn turn, TriageOutcome outcome, Surroundings around)
    {
        var reasons = outcome.Reasons.Select(reason => reason.Text).ToImmutableArray();
        var reply = turn.Phrase(around, PhraseIds.OutcomeCrisis);
        return StandBy(turn.Say(reply with { Details = [new Detail("Why we say this", reasons)] }), around);
    }

    /// <summary>Sends what is known to the duty team, and promises to come back.</summary>
    public static Turn StandBy(Turn turn, Surroundings around) =>
        Promise(turn.Conversation.Sent.Any(sent => sent.Kind == Urgent) ? turn : Sending.Submit(turn, Urgent, around), around);

    /// <summary>Care has broken down, or is missing today: we promise to come back. Anything else is left as it is.</summary>
    public static Turn AfterConcern(Turn turn, Surroundings around) =>
        turn.Concerns.Any(concern => concern.Kind is ConcernKind.CarerBreakdown or ConcernKind.UrgentCareNeed) ? Promise(turn, around) : turn;

    private static Turn Promise(Turn turn, Surroundings around)
    {
        if (turn.Conversation.IsInCrisis)
        {
            return turn;
        }

        var crisis = around.Content.Council.Crisis;
        var days = crisis.CheckInDays.Order().Select(days => (Days: days, At: CouncilCalendar.FromLondon(around.Today.AddDays(days).ToDateTime(crisis.CheckInAt)))).ToList();
        foreach (var (number, at) in days)
        {
            turn = turn.Do(new CaseWork.CheckIn(WorkId.For(turn, $"check-in-{number}"), turn.Conversation.Id, CheckInName, at, ImmutableDictionary<string, string>.Empty));
        }

        turn = turn.Remember(c => c with { Crisis = CrisisState.Helped, CheckInsUntil = days[^1].At });

        // An officer who has the floor says what happens next; the check-ins stand all the same.
        return turn.Conversation.Floor == Floor.Officer
            ? turn
            : turn.Say(around, PhraseIds.CrisisCheckIns, ("days", InWords(days.Select(day => day.At), around)), ("time", crisis.CheckInAt.ToString("H:mm", British)));
    }

    private static string InWords(IEnumerable<DateTimeOffset> days, Surroundings around)
    {
        var words = days.Select(at => around.Content.Calendar.DayOf(at) == around.Today.AddDays(1) ? "tomorrow" : CouncilCalendar.InLondon(at).ToString("dddd d MMMM", British)).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
    }
}
