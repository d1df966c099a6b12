using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>The ways in which an officer leaves a conversation. The resident always hears what happens next.</summary>
internal static class Leaving
{
    /// <summary>To a colleague or another skill; the resident keeps the place that their waiting since the beginning gives them.</summary>
    public static Turn Transfer(Turn turn, ConversationEvent.OfficerTransfers passes, Surroundings around)
    {
        var before = turn.Conversation.Handover!;
        var skill = passes.Skill.Length > 0 ? passes.Skill : before.Skill;
        var promised = Queueing.New(turn, Queueing.PassedOn, before.IsDanger, around).PromisedBy;
        turn = turn.Remember(c => c with
        {
            Floor = Floor.Waiting,
            Handover = before with { Reason = Queueing.PassedOn, PromisedBy = promised, Skill = skill, For = passes.Colleague, Note = turn.Message.Text, Officer = null, JoinedAt = null },
        });
        var to = passes.Colleague?.Name ?? around.Content.Council.Desk.NameOfSkill(skill);
        return turn.Say(around, PhraseIds.OfficerTransferred, ("officer", passes.Officer.Name), ("to", to), ("wait", WaitWords.For(turn, around))).End(EndingIds.Transferred);
    }

    /// <summary>To the assistant, which goes on where it was. What worried us has been looked at by a person.</summary>
    public static Turn GiveBack(Turn turn, Officer officer, Surroundings around)
    {
        turn = Free(turn).Say(around, PhraseIds.OfficerGaveBack, ("officer", officer.Name)).End(EndingIds.GivenBack);
        var conversation = turn.Conversation;
        if (conversation.OpenQuestion is null && conversation.OpenOffer is null && conversation.Forms.IsEmpty)
        {
            return turn;
        }

        turn = turn.Say(around, PhraseIds.OfficerWentOn);
        return conversation.OpenQuestion is null && conversation.OpenOffer is null ? Agenda.Next(turn, around) : Commands.Reask(turn, around);
    }

    /// <summary>Closed, with an outcome. What the resident was in the middle of is kept and not asked again by itself.</summary>
    public static Turn WrapUp(Turn turn, ConversationEvent.OfficerWrapsUp wrapsUp, Surroundings around) =>
        Free(turn)
            .Remember(c => c with { OpenQuestion = null, OpenOffer = null, WrapUps = c.WrapUps.Add(new WrapUp(wrapsUp.Outcome, wrapsUp.Officer, around.Now)) })
            .Say(around, PhraseIds.OfficerWrappedUp, ("officer", wrapsUp.Officer.Name))
            .End(EndingIds.WrappedUp);

    /// <summary>A call at a time: the conversation is in the queue again by then, and the assistant has it meanwhile.</summary>
    public static Turn PromiseCall(Turn turn, ConversationEvent.OfficerPromisesCall call, Surroundings around)
    {
        var before = turn.Conversation.Handover!;
        return Free(turn)
            .Remember(c => c with
            {
                Handover = before with { Reason = Queueing.CallBack, PromisedBy = call.At, NotBefore = call.At, IsDanger = false, For = call.Officer, Note = turn.Message.Text, Officer = null, JoinedAt = null },
            })
            .Say(around, PhraseIds.OfficerCallPromised, ("when", WaitWords.When(call.At, around)))
            .End(EndingIds.CallPromised);
    }

    /// <summary>The officer who is said to be gone has not left, or come back, since.</summary>
    public static bool IsStillThere(Turn turn, ConversationEvent.OfficerIsGone gone) =>
        turn.Conversation is { Floor: Floor.Officer, Handover: { } handover } && handover.IsWith(gone.Officer) && handover.JoinedAt == gone.JoinedAt;

    /// <summary>Cut off: back into the queue, as long as they have waited altogether.</summary>
    public static Turn Gone(Turn turn, Officer officer, Surroundings around)
    {
        turn = turn.Remember(c => c with
        {
            Floor = Floor.Waiting,
            Handover = c.Handover! with { Reason = Queueing.CutOff, PromisedBy = Queueing.New(turn, Queueing.CutOff, c.Handover!.IsDanger, around).PromisedBy, Officer = null, JoinedAt = null },
        });
        return turn.Say(around, PhraseIds.OfficerGone, ("officer", officer.Name), ("wait", WaitWords.For(turn, around))).End(EndingIds.OfficerGone);
    }

    private static Turn Free(Turn turn) => turn.Remember(c => c with
    {
        Floor = Floor.Bot,
        Handover = null,
        Concerns = [.. c.Concerns.Select(raised => raised with { IsOpen = false })],
    });
}
