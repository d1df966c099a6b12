using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Suggesting;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Turns;

/// <summary>One message on its way. Immutable: each step gives back a new one.</summary>
public sealed record Turn
{
    /// <summary>What came in.</summary>
    public required IncomingMessage Message { get; init; }

    /// <summary>The conversation, before the turn and then after it.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Dangers noticed, most urgent first.</summary>
    public ImmutableArray<Concern> Concerns { get; init; } = [];

    /// <summary>A danger that the message may tell of; null for no doubt.</summary>
    public Concern? Doubt { get; init; }

    /// <summary>What the message means; null until read.</summary>
    public MessageReading? Reading { get; init; }

    /// <summary>What a second pair of eyes, a language model, saw in the message; null when there is none or it was not asked.</summary>
    public SuggestedReading? Suggested { get; init; }

    /// <summary>Cues noticed in the message, the most telling first.</summary>
    public ImmutableArray<Cue> Cues { get; init; } = [];

    /// <summary>What had been suggested before the message, the latest first.</summary>
    public ImmutableArray<string> SuggestedBefore { get; init; } = [];

    /// <summary>How many facts were known before the message.</summary>
    public int FactsBefore { get; init; }

    /// <summary>What has to be looked up before this can be decided; null: nothing.</summary>
    public LookUp? LookUp { get; init; }

    /// <summary>What was looked up; null until it was.</summary>
    public LookedUp? LookedUp { get; init; }

    /// <summary>What is said, in order.</summary>
    public ImmutableArray<Reply> Replies { get; init; } = [];

    /// <summary>Work for the case bridge, stored with the turn.</summary>
    public ImmutableArray<CaseWork> Work { get; init; } = [];

    /// <summary>Changes of the diary, stored with the turn.</summary>
    public ImmutableArray<DiaryChange> Diary { get; init; } = [];

    /// <summary>It can't be decided without the diary: read that, and decide again.</summary>
    public bool WantsDiary { get; init; }

    /// <summary>How the turn ended, an id of <c>content/endings.yaml</c>; null while under way.</summary>
    public string? Ending { get; init; }
}
