using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Suggesting;
using TransformingLives.Bot.Safety;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Conversations;

/// <summary>What is remembered between turns. Immutable; names and answers only, never positions, so a form edited meanwhile does no harm.</summary>
public sealed record Conversation
{
    /// <summary>Unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>Rises by one with each committed turn.</summary>
    public int Version { get; init; }

    /// <summary>Number of the last line of its log, as far as this node knows; not part of what is remembered.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long LastSequence { get; init; }

    /// <summary><c>web</c>, <c>directline</c>, <c>sms</c>, <c>voice</c>, <c>terminal</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel that the person spoke on last; null as long as it is the first one.</summary>
    public string? LastChannel { get; init; }

    /// <summary>Numbers that were shown to be theirs, E.164, the newest last.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who has the floor.</summary>
    public Floor Floor { get; init; } = Floor.Bot;

    /// <summary>A person is wanted, or has the floor; null when the desk has no part in it.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Matters that officers closed, oldest first.</summary>
    public ImmutableArray<WrapUp> WrapUps { get; init; } = [];

    /// <summary>Appointments that stand, in the order they were booked.</summary>
    public ImmutableArray<BookedAppointment> Appointments { get; init; } = [];

    /// <summary>Times for an appointment that are on the table; null when none are.</summary>
    public TimesOffered? Times { get; init; }

    /// <summary>Forms begun, the open one last; the others are set aside.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Forms finished.</summary>
    public ImmutableArray<string> Finished { get; init; } = [];

    /// <summary>Everything answered so far.</summary>
    public Answers Answers { get; init; } = Answers.None;

    /// <summary>The question that was asked last and is still open; null when none is.</summary>
    public string? OpenQuestion { get; init; }

    /// <summary>Times the open question was missed in a row.</summary>
    public int Misses { get; init; }

    /// <summary>A yes-or-no offer on the table, for instance <c>offer.first_conversation</c>; null when none is.</summary>
    public string? OpenOffer { get; init; }

    /// <summary>Offers made and how they were taken: declined ones aren't made again.</summary>
    public ImmutableDictionary<string, bool> Offers { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>Questions already asked once or more, in order asked, for "back".</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>Concerns raised, oldest first.</summary>
    public ImmutableArray<RaisedConcern> Concerns { get; init; } = [];

    /// <summary>A danger that we asked about, gently, and have no answer on yet; null for none.</summary>
    public Concern? Doubt { get; init; }

    /// <summary>How often we have asked so.</summary>
    public int DoubtsAsked { get; init; }

    /// <summary>Topics talked about, latest first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Where they are, if they said.</summary>
    public Place? Place { get; init; }

    /// <summary>Facts said in passing, oldest first: what fills no question of a form goes into the referral all the same.</summary>
    public ImmutableArray<VolunteeredFact> Facts { get; init; } = [];

    /// <summary>What they told in their own words, outside of any question: kept for the referral.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>The last estimate shown.</summary>
    public BudgetEstimate? Estimate { get; init; }

    /// <summary>What they may have to pay, as last shown.</summary>
    public Contribution? Contribution { get; init; }

    /// <summary>References of referrals agreed.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Referrals sent, with how often each was added to.</summary>
    public ImmutableArray<SentReferral> Sent { get; init; } = [];

    /// <summary>What may be arranged, suggested by what was told, asked or offered; the latest first. "Yes, arrange it" means the first.</summary>
    public ImmutableArray<string> Suggested { get; init; } = [];

    /// <summary>How often each thing was offered: never more than twice.</summary>
    public ImmutableDictionary<string, int> TimesOffered { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Cues noticed, oldest first.</summary>
    public ImmutableArray<string> Cues { get; init; } = [];

    /// <summary>Cues that something was told about: each is told once.</summary>
    public ImmutableArray<string> CuesTold { get; init; } = [];

    /// <summary>Questions that were asked and left open when the person talked of something else: asked no more unless they are needed.</summary>
    public ImmutableArray<string> Passed { get; init; } = [];

    /// <summary>Services named, the latest first, for "what was it called again?".</summary>
    public ImmutableArray<NamedService> Named { get; init; } = [];

    /// <summary>A question of the person's own, kept for another day.</summary>
    public string? Parked { get; init; }

    /// <summary>Short sentences and easier words from now on.</summary>
    public bool EasyRead { get; init; }

    /// <summary>Phrases said lately, the latest first, so that the same apology doesn't come twice.</summary>
    public ImmutableArray<string> SaidLately { get; init; } = [];

    /// <summary>They ask what became of a referral.</summary>
    public ReferralChase Chase { get; init; } = ReferralChase.None;

    /// <summary>They have been asked once, gently, whether they are still there.</summary>
    public bool IsNudged { get; init; }

    /// <summary>They agreed that we send what they told us.</summary>
    public bool Consented { get; init; }

    /// <summary>They said that they are not a carer: never use the word of them.</summary>
    public bool NotACarer { get; init; }

    /// <summary>Whether the duty team helps in a crisis.</summary>
    public CrisisState Crisis { get; init; }

    /// <summary>The duty team helps just now: nothing long-term is worked out (Cambridgeshire 2014, 2.3).</summary>
    public bool IsInCrisis => Crisis == CrisisState.Helped;

    /// <summary>When we check in for the last time; null when nothing was promised.</summary>
    public DateTimeOffset? CheckInsUntil { get; init; }

    /// <summary>First half of their postcode, where they were asked for it because the assistant is on in some areas only; null otherwise.</summary>
    public string? PilotOutcode { get; init; }

    /// <summary>What they wrote before they said where they live, to be answered then; null when nothing waits.</summary>
    public string? Held { get; init; }

    /// <summary>They have been told that their plan is ready.</summary>
    public bool PlanIsKnown { get; init; }

    /// <summary>What a second pair of eyes saw and we took, oldest first: with these every turn can be decided again exactly as it was.</summary>
    public ImmutableArray<TakenSuggestion> Suggestions { get; init; } = [];

    /// <summary>Replies of the last turn, for "say that again".</summary>
    public ImmutableArray<Replies.Reply> LastReplies { get; init; } = [];

    /// <summary>The channel they are on.</summary>
    public string SpeaksBy() => LastChannel ?? Channel;

    /// <summary>Codes of the concerns that are open.</summary>
    public IReadOnlySet<string> OpenConcerns() => Concerns.Where(raised => raised.IsOpen).Select(raised => raised.Concern.Kind.Code()).ToHashSet();
}

/// <summary>A crisis, and whether it is over.</summary>
public enum CrisisState
{
    /// <summary>None.</summary>
    None,

    /// <summary>The duty team helps, and we check in.</summary>
    Helped,

    /// <summary>It is better: nobody checks in any more.</summary>
    Over,
}

/// <summary>Who answers the resident.</summary>
public enum Floor
{
    /// <summary>The assistant.</summary>
    Bot,

    /// <summary>A person was asked for; the assistant goes on meanwhile.</summary>
    Waiting,

    /// <summary>An officer.</summary>
    Officer,
}

/// <summary>A concern as it stands in the conversation.</summary>
public sealed record RaisedConcern(Concern Concern, DateTimeOffset At, bool IsOpen);

/// <summary>A referral that was sent.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Our identifier.</param>
/// <param name="Reference">What the person keeps.</param>
/// <param name="Revision">How often it was added to since.</param>
/// <param name="At">When it was first sent.</param>
public sealed record SentReferral(string Kind, Guid Id, string Reference, int Revision, DateTimeOffset At);

/// <summary>A service that was named.</summary>
public sealed record NamedService(string Name, string Phone, string When, string Topic)
{
    /// <summary>What was said when it was named: people ask for it again in the same words.</summary>
    public string AskedFor { get; init; } = "";
}
