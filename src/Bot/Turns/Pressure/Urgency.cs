namespace TransformingLives.Bot.Turns.Pressure;

/// <summary>Who goes first when more is asked than can be answered: in this order people are let in, and from its end they are turned away.</summary>
public enum Urgency
{
    /// <summary>Somebody may be in danger: never turned away.</summary>
    Danger,

    /// <summary>Somebody in the middle of something: a question of a form is open, or they talk with an officer.</summary>
    UnderWay,

    /// <summary>Somebody who begins, or asks something new.</summary>
    New,

    /// <summary>Figures and lists of staff, which can wait.</summary>
    StaffReport,
}
