using System.Collections.Frozen;
using TransformingLives.Bot.Endings;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>How a conversation went, seen from its end. Each has exactly one.</summary>
internal enum HowItWent
{
    /// <summary>An officer took part.</summary>
    WithOfficer,

    /// <summary>A person was wanted, and none has joined.</summary>
    StillWanted,

    /// <summary>The assistant sent a referral, without an officer.</summary>
    SentAlone,

    /// <summary>An appointment was booked, without an officer.</summary>
    BookedAlone,

    /// <summary>The assistant answered, and the last thing it said was no failure.</summary>
    AnsweredAlone,

    /// <summary>It belongs to somebody else, and we said to whom.</summary>
    NotOurs,

    /// <summary>The resident left with a question of ours open.</summary>
    StoppedMidway,

    /// <summary>The resident left without an answer: the honest twin of "answered alone".</summary>
    GaveUp,
}

/// <summary>Tells how a conversation went.</summary>
internal static class Went
{
    private static readonly FrozenSet<string> Failures = [EndingIds.NotFound, EndingIds.Unclear, EndingIds.Failed];

    public static HowItWent Of(CountedConversation counted) => counted switch
    {
        { HadOfficer: true } => HowItWent.WithOfficer,
        { WantedPerson: true } => HowItWent.StillWanted,
        { WasSent: true } => HowItWent.SentAlone,
        { WasBooked: true } => HowItWent.BookedAlone,
        _ when Failures.Contains(counted.LastEnding) => HowItWent.GaveUp,
        { WasAnswered: true } => HowItWent.AnsweredAlone,
        { LastEnding: EndingIds.OutOfScope } => HowItWent.NotOurs,
        { LastEnding: EndingIds.Asked } => HowItWent.StoppedMidway,
        _ => HowItWent.GaveUp,
    };

    public static string InWords(this HowItWent went) => went switch
    {
        HowItWent.WithOfficer => "An officer took part",
        HowItWent.StillWanted => "A person was wanted, and none has joined",
        HowItWent.SentAlone => "A referral was sent without an officer",
        HowItWent.BookedAlone => "An appointment was booked without an officer",
        HowItWent.AnsweredAlone => "Answered by the assistant alone",
        HowItWent.NotOurs => "Not adult social care",
        HowItWent.StoppedMidway => "Stopped with a question of ours open",
        _ => "Left without an answer",
    };
}
