using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Turns;

/// <summary>
/// What happens to a conversation besides the resident's words. It goes through the same runner, so that who has the floor is looked at
/// when it commits, and it stands in the same log.
/// </summary>
public abstract record ConversationEvent
{
    private ConversationEvent()
    {
    }

    /// <summary>The officer who acts; null when it is the clock.</summary>
    public virtual Officer? By => null;

    /// <summary>The words that the log keeps.</summary>
    public virtual string Text => "";

    /// <summary>What the resident is shown of it as it stands; null when it is for staff, and the resident hears of it in the assistant's words.</summary>
    public virtual Reply? Shown => null;

    /// <summary>An officer takes the floor: exactly one does.</summary>
    public sealed record OfficerJoins(Officer Officer) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>A supervisor takes the floor, also from a colleague.</summary>
    public sealed record SupervisorStepsIn(Officer Officer) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>An officer speaks to the resident.</summary>
    public sealed record OfficerSays(Officer Officer, Reply Words) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;

        /// <inheritdoc/>
        public override string Text => Words.Text;

        /// <inheritdoc/>
        public override Reply Shown => Words;
    }

    /// <summary>A note for colleagues that the resident never sees.</summary>
    public sealed record OfficerWhispers(Officer Officer, string Note) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;

        /// <inheritdoc/>
        public override string Text => Note;
    }

    /// <summary>An officer passes the conversation on: to a skill, or to one colleague.</summary>
    /// <param name="Officer">Who passes it on.</param>
    /// <param name="Skill">Id of a skill; empty to leave it as it is.</param>
    /// <param name="Colleague">The one colleague; null for anybody with the skill.</param>
    /// <param name="Note">What they should know.</param>
    public sealed record OfficerTransfers(Officer Officer, string Skill, Officer? Colleague, string Note) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;

        /// <inheritdoc/>
        public override string Text => Note;
    }

    /// <summary>An officer gives the conversation back to the assistant, which goes on where it was.</summary>
    public sealed record OfficerGivesBack(Officer Officer) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>An officer closes the matter.</summary>
    /// <param name="Officer">Who closes it.</param>
    /// <param name="Outcome">Code of an event outcome of <c>content/desk/outcomes.yaml</c>.</param>
    /// <param name="Note">For colleagues; may be empty.</param>
    public sealed record OfficerWrapsUp(Officer Officer, string Outcome, string Note) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;

        /// <inheritdoc/>
        public override string Text => Note;
    }

    /// <summary>An officer promises a call at a time.</summary>
    public sealed record OfficerPromisesCall(Officer Officer, DateTimeOffset At, string Note) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;

        /// <inheritdoc/>
        public override string Text => Note;
    }

    /// <summary>An officer puts free times before the resident, who chooses.</summary>
    /// <param name="Officer">Who offers them.</param>
    /// <param name="Kind">Id of what they are for.</param>
    public sealed record OfficerOffersTimes(Officer Officer, string Kind) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>An officer books a time that was agreed with the resident.</summary>
    /// <param name="Officer">Who books it.</param>
    /// <param name="Slot">What for and when.</param>
    public sealed record OfficerBooks(Officer Officer, Slot Slot) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>An officer cancels an appointment; for that nobody needs the floor.</summary>
    /// <param name="Officer">Who cancels it.</param>
    /// <param name="Id">Our identifier of it.</param>
    public sealed record OfficerCancelsAppointment(Officer Officer, Guid Id) : ConversationEvent
    {
        /// <inheritdoc/>
        public override Officer By => Officer;
    }

    /// <summary>The time has come to remind of an appointment.</summary>
    /// <param name="Id">Our identifier of it.</param>
    public sealed record ReminderFallsDue(Guid Id) : ConversationEvent;

    /// <summary>An officer's browser has been gone for too long: the conversation waits for a person again.</summary>
    /// <param name="Officer">Who is gone.</param>
    /// <param name="JoinedAt">When they had joined, so that a later takeover is left alone.</param>
    public sealed record OfficerIsGone(Officer Officer, DateTimeOffset JoinedAt) : ConversationEvent;

    /// <summary>A check-in that was promised in a crisis falls due: we ask how it is going.</summary>
    public sealed record CheckInFallsDue : ConversationEvent;

    /// <summary>The person goes on with the conversation on another channel, and has shown that it is theirs.</summary>
    /// <param name="Channel">The channel they are on now.</param>
    /// <param name="Number">Their number, E.164, when it is shown to be theirs; null otherwise.</param>
    public sealed record CarriesOn(string Channel, string? Number) : ConversationEvent;

    /// <summary>The case system says what became of a referral.</summary>
    /// <param name="Reference">What the person keeps.</param>
    /// <param name="Status"><c>accepted</c> or <c>in_progress</c>.</param>
    public sealed record ReferralMoves(string Reference, string Status) : ConversationEvent;

    /// <summary>The time has come to say something, such as a check-in or a reminder.</summary>
    /// <param name="Words">What is said.</param>
    public sealed record WordsAreDue(Reply Words) : ConversationEvent;
}
