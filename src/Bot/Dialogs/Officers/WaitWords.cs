using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>How long somebody will wait for a person, said honestly: what is known and no more.</summary>
internal static class WaitWords
{
    public static string For(Turn turn, Surroundings around)
    {
        if (!around.IsOpen)
        {
            return turn.Phrase(around, PhraseIds.WaitClosed, ("opens", When(around.Content.Calendar.NextOpening(around.Now), around))).Text;
        }

        var promise = around.Content.Council.Desk.Promise;
        var ahead = around.Desk.Ahead(turn.Conversation.Id);
        var minutes = Minutes(promise);
        if (around.Desk is { OfficersOn: 0, IsElsewhereToo: false })
        {
            return turn.Phrase(around, PhraseIds.WaitNobody).Text;
        }

        var isLate = around.Desk.LatelyWaited > promise || turn.Conversation.Handover?.PromisedBy < around.Now;
        return (isLate, ahead, around.Desk.LatelyWaited) switch
        {
            (true, _, _) => turn.Phrase(around, PhraseIds.WaitLate, ("minutes", minutes), ("ahead", Ahead(turn, ahead, around))).Text,
            (_, 0, _) => turn.Phrase(around, PhraseIds.WaitSoon, ("minutes", minutes)).Text,
            (_, _, { } lately) => turn.Phrase(around, PhraseIds.WaitInTurn, ("ahead", Ahead(turn, ahead, around)), ("lately", Minutes(lately))).Text,
            _ => turn.Phrase(around, PhraseIds.WaitUnknown, ("ahead", Ahead(turn, ahead, around))).Text,
        };
    }

    /// <summary>"today at 9am", "tomorrow at 9:30am" or "on Monday 30 November at 9am".</summary>
    public static string When(DateTimeOffset moment, Surroundings around)
    {
        var local = CouncilCalendar.InLondon(moment);
        var day = DateOnly.FromDateTime(local.DateTime);
        var days = day.DayNumber - around.Today.DayNumber;
        var onDay = days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => local.ToString("'on' dddd d MMMM", CultureInfo.InvariantCulture),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{onDay} at {local.ToString(local.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture)}{(local.Hour < 12 ? "am" : "pm")}");
    }

    private static string Ahead(Turn turn, int ahead, Surroundings around) => ahead switch
    {
        0 => turn.Phrase(around, PhraseIds.WaitAheadNone).Text,
        1 => turn.Phrase(around, PhraseIds.WaitAheadOne).Text,
        _ => turn.Phrase(around, PhraseIds.WaitAheadMany, ("count", ahead.ToString(CultureInfo.InvariantCulture))).Text,
    };

    private static string Minutes(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalMinutes)).ToString(CultureInfo.InvariantCulture);
}
