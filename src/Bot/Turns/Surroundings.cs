using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.LanguageModel.Prompts;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Triage.Kinds;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Turns;

/// <summary>All that a turn may look at: content, none of which changes under it, and the moment it runs at.</summary>
/// <param name="Content">Forms, triage, phrases, the council's settings.</param>
/// <param name="SafetyRules">What counts as danger.</param>
/// <param name="SafetyResponses">What is said to it.</param>
/// <param name="Knowledge">Guides, services and places.</param>
/// <param name="RasTables">The council's tables.</param>
/// <param name="Now">The moment the turn is decided, UTC.</param>
public sealed record Surroundings(
    BotContent Content,
    SafetyRules SafetyRules,
    SafetyResponses SafetyResponses,
    KnowledgeBase Knowledge,
    RasTables RasTables,
    DateTimeOffset Now)
{
    /// <summary>What people may have to pay, by financial year.</summary>
    public ChargingYears Charging { get; init; } = ChargingYears.None;

    /// <summary>Pages for everybody.</summary>
    public PublicPages Pages { get; init; } = PublicPages.None;

    /// <summary>How busy the desk is.</summary>
    public DeskSituation Desk { get; init; } = DeskSituation.Empty;

    /// <summary>What is taken in the calendars; null where nobody has asked for it. A turn that needs it says so, and is decided again.</summary>
    public Diary? Diary { get; init; }

    /// <summary>What is picked up from what people say in passing.</summary>
    public CueTable Cues { get; init; } = CueTable.None;

    /// <summary>What the council can be asked for.</summary>
    public ReferralKinds Kinds { get; init; } = ReferralKinds.None;

    /// <summary>What a language model is asked, where a council has one.</summary>
    public PromptBook Prompts { get; init; } = PromptBook.None;

    /// <summary>What administrators have turned off.</summary>
    public Switches Switches { get; init; } = Switches.AllOn;

    /// <summary>Today in the council's own time.</summary>
    public DateOnly Today => Content.Calendar.DayOf(Now);

    /// <summary>Somebody answers the council's phone now.</summary>
    public bool IsOpen => Content.Calendar.IsOpen(Now);
}
