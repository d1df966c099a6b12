using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>Puts a conversation into the queue of the desk.</summary>
internal static class Queueing
{
    /// <summary>A person was asked for.</summary>
    public const string AskedFor = "person_asked_for";

    /// <summary>Passed on by a colleague.</summary>
    public const string PassedOn = "transferred";

    /// <summary>The officer who had it was cut off.</summary>
    public const string CutOff = "officer_gone";

    /// <summary>A call was promised.</summary>
    public const string CallBack = "call_back";

    /// <summary>An officer came though nobody had asked.</summary>
    public const string SteppedIn = "stepped_in";

    /// <summary>The conversation waits for a person; the assistant goes on meanwhile. Whoever waits already keeps their place.</summary>
    public static Turn Wait(this Turn turn, string reason, Surroundings around)
    {
        var handover = turn.Conversation.Handover is { NotBefore: null } waiting ? waiting : New(turn, reason, isDanger: false, around);
        return turn.Remember(c => c with { Floor = Floor.Waiting, Handover = handover });
    }

    /// <summary>Somebody may be in danger: to the top of the queue, whoever has the floor.</summary>
    public static Turn Alert(this Turn turn, string concern, Surroundings around)
    {
        var anew = New(turn, concern, isDanger: true, around);
        var handover = turn.Conversation.Handover is { } before
            ? before with { IsDanger = true, NotBefore = null, Reason = concern, Words = anew.Words, PromisedBy = before.IsDanger && before.PromisedBy < anew.PromisedBy ? before.PromisedBy : anew.PromisedBy }
            : anew;
        return turn.Remember(c => c with { Handover = handover });
    }

    /// <summary>A place in the queue that begins now.</summary>
    public static Handover New(Turn turn, string reason, bool isDanger, Surroundings around)
    {
        var conversation = turn.Conversation;
        var words = turn.Message.Text;
        return new Handover
        {
            Reason = reason,
            Since = around.Now,
            PromisedBy = PromisedBy(isDanger, around),
            IsDanger = isDanger,
            Skill = around.Content.Council.Desk.SkillFor(conversation.Topics),
            Patch = around.Content.Council.PatchOf((conversation.Answers["person_postcode"]?.Value as TextValue)?.Text ?? conversation.Place?.Outcode),
            Words = words.Length <= Handover.LongestWords ? words : $"{words[..Handover.LongestWords].TrimEnd()}…",
        };
    }

    // Danger does not wait for the office to open: the duty team has the same desk.
    private static DateTimeOffset PromisedBy(bool isDanger, Surroundings around) => isDanger
        ? around.Now + around.Content.Council.Desk.PromiseInDanger
        : around.Content.Calendar.NextOpening(around.Now) + around.Content.Council.Desk.Promise;
}
