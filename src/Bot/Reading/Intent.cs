namespace TransformingLives.Bot.Reading;

/// <summary>What a message is for.</summary>
public enum Intent
{
    /// <summary>Answers the open question.</summary>
    Answer,

    /// <summary>Asks something of its own.</summary>
    Question,

    /// <summary>Tells what is going on: a story or a need, with nothing asked.</summary>
    Telling,

    /// <summary>Go back one question.</summary>
    Back,

    /// <summary>Change an earlier answer.</summary>
    Change,

    /// <summary>Why is this asked?</summary>
    Why,

    /// <summary>Leave this question out.</summary>
    Skip,

    /// <summary>Say that again.</summary>
    Repeat,

    /// <summary>Say it in easier words.</summary>
    Simpler,

    /// <summary>Stop for now; everything is kept.</summary>
    Stop,

    /// <summary>Stop, and send a text with how to carry on.</summary>
    StopAndText,

    /// <summary>Forget it all and begin anew.</summary>
    StartAgain,

    /// <summary>Carry on where we were.</summary>
    Resume,

    /// <summary>Keep it for another day.</summary>
    AnotherDay,

    /// <summary>A person, please.</summary>
    Person,

    /// <summary>Show an indicative budget.</summary>
    Estimate,

    /// <summary>How was the figure worked out?</summary>
    ExplainEstimate,

    /// <summary>Is the figure another one now?</summary>
    EstimateNow,

    /// <summary>What happens now, and when?</summary>
    WhatNow,

    /// <summary>What was it called again?</summary>
    NamedAgain,

    /// <summary>Just a moment.</summary>
    Wait,

    /// <summary>Is anybody there?</summary>
    AreYouThere,

    /// <summary>Back again after a while.</summary>
    BackAgain,

    /// <summary>Hello.</summary>
    Greeting,

    /// <summary>Thank you.</summary>
    Thanks,

    /// <summary>Goodbye.</summary>
    Goodbye,

    /// <summary>Upset, with no danger: be kind first.</summary>
    Distress,

    /// <summary>Insults at us.</summary>
    Abuse,

    /// <summary>No words that can be read.</summary>
    Nonsense,

    /// <summary>Yes, to what was offered.</summary>
    Agree,

    /// <summary>No, to what was offered.</summary>
    Decline,
}
