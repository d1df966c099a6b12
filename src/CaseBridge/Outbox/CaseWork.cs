using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Work that a turn asks for. It is stored in the transaction of the turn, and carried out after it, now or when it is due.</summary>
public abstract record CaseWork
{
    private CaseWork()
    {
    }

    /// <summary>The same work asked for twice has the same key and is stored once.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>The case it belongs to. Work of one kind in one case is carried out in the order asked for.</summary>
    [JsonIgnore]
    public abstract string CaseKey { get; }

    /// <summary>Not before this; null: now.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? DueAt => null;

    /// <summary>Send a referral, or the same one with what was told since.</summary>
    public sealed record SubmitReferral(Referral Referral) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => Referral.Revision == 0 ? $"referral:{Referral.Id}" : FormattableString.Invariant($"referral:{Referral.Id}/{Referral.Revision}");

        /// <inheritdoc/>
        public override string CaseKey => Referral.ConversationId;
    }

    /// <summary>Put an alert at the top of the desk.</summary>
    public sealed record RaiseAlert(CaseAlert Alert) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => $"alert:{Alert.Id}";

        /// <inheritdoc/>
        public override string CaseKey => Alert.ConversationId;
    }

    /// <summary>Come back to a conversation at a time: a check-in after a crisis, "did it help?", a reminder.</summary>
    /// <param name="Id">Our identifier, worked out from the message that asked for it.</param>
    /// <param name="ConversationId">The conversation to come back to.</param>
    /// <param name="Name">What for, for instance <c>crisis_check_in</c>: the dialog that takes it knows the name.</param>
    /// <param name="At">When it falls due.</param>
    /// <param name="Values">What the dialog wants to remember with it.</param>
    public sealed record CheckIn(Guid Id, string ConversationId, string Name, DateTimeOffset At, ImmutableDictionary<string, string> Values) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => $"check-in:{Id}";

        /// <inheritdoc/>
        public override string CaseKey => ConversationId;

        /// <inheritdoc/>
        public override DateTimeOffset? DueAt => At;
    }

    /// <summary>Send a text message.</summary>
    /// <param name="Id">Our identifier, worked out from the message that asked for it.</param>
    /// <param name="ConversationId">The conversation it belongs to.</param>
    /// <param name="To">The number, E.164, or <see cref="WhereTheyText"/>.</param>
    /// <param name="Text">The words.</param>
    /// <param name="At">Not before this; null: now.</param>
    public sealed record SendText(Guid Id, string ConversationId, string To, string Text, DateTimeOffset? At = null) : CaseWork
    {
        /// <summary>The number that the conversation itself is held with.</summary>
        public const string WhereTheyText = "";

        /// <summary>It tells something about a person: it goes only to a number that was shown to be theirs. Safe unless said otherwise.</summary>
        public bool IsPersonal { get; init; } = true;

        /// <inheritdoc/>
        public override string Key => $"text:{Id}";

        /// <inheritdoc/>
        public override string CaseKey => ConversationId;

        /// <inheritdoc/>
        public override DateTimeOffset? DueAt => At;
    }

    /// <summary>Ask the case system what became of a referral, now and again until nothing more is to be expected.</summary>
    /// <param name="ReferralId">The referral.</param>
    /// <param name="ConversationId">Its conversation.</param>
    /// <param name="At">When to ask first.</param>
    public sealed record ReadBack(Guid ReferralId, string ConversationId, DateTimeOffset At) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => $"read-back:{ReferralId}";

        /// <inheritdoc/>
        public override string CaseKey => ConversationId;

        /// <inheritdoc/>
        public override DateTimeOffset? DueAt => At;
    }

    /// <summary>Remove what has been kept for as long as the council keeps it. Every node asks for each day's round; it is there once, and one node does it.</summary>
    /// <param name="Day">The day, in the council's own time.</param>
    /// <param name="At">Not before this.</param>
    public sealed record RemoveOld(DateOnly Day, DateTimeOffset At) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => FormattableString.Invariant($"remove-old:{Day:yyyy-MM-dd}");

        /// <inheritdoc/>
        public override string CaseKey => "remove-old";

        /// <inheritdoc/>
        public override DateTimeOffset? DueAt => At;
    }

    /// <summary>Tell the person what became of their referral.</summary>
    /// <param name="ReferralId">The referral.</param>
    /// <param name="ConversationId">Its conversation.</param>
    /// <param name="Reference">What the person keeps.</param>
    /// <param name="Status">As in the register.</param>
    public sealed record TellProgress(Guid ReferralId, string ConversationId, string Reference, string Status) : CaseWork
    {
        /// <summary>What is told by itself. That somebody is turned down is for a person to say.</summary>
        public static bool IsTold(string status) => status is "accepted" or "in_progress";

        /// <inheritdoc/>
        public override string Key => $"progress:{ReferralId}/{Status}";

        /// <inheritdoc/>
        public override string CaseKey => ConversationId;
    }

    /// <summary>Bring another council desk, outside of this program, up to date with a conversation that wants a person or has one.</summary>
    /// <param name="ConversationId">The conversation.</param>
    /// <param name="Version">Its version when this was asked for: once for each turn.</param>
    public sealed record TellDesk(string ConversationId, int Version) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => FormattableString.Invariant($"desk:{ConversationId}/{Version}");

        /// <inheritdoc/>
        public override string CaseKey => ConversationId;
    }

    /// <summary>Take back work that isn't under way yet, for instance a check-in that the resident doesn't want any more.</summary>
    public sealed record Withdraw(string WorkKey) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => WorkKey;

        /// <inheritdoc/>
        public override string CaseKey => WorkKey;
    }
}
