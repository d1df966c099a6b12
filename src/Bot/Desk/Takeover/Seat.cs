using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>How the one who looks stands to a conversation.</summary>
internal enum Seat
{
    /// <summary>The assistant has it, and nobody has asked for a person.</summary>
    Free,

    /// <summary>A person is wanted.</summary>
    Waiting,

    /// <summary>They have it.</summary>
    Mine,

    /// <summary>A colleague has it.</summary>
    Colleague,
}

/// <summary>Works out the seat.</summary>
internal static class Seats
{
    public static Seat Of(Conversation conversation, Officer officer) => conversation switch
    {
        { Floor: Floor.Officer, Handover: { } handover } => handover.IsWith(officer) ? Seat.Mine : Seat.Colleague,
        { Handover: not null } => Seat.Waiting,
        _ => Seat.Free,
    };

    /// <summary>For the audit trail: how whoever looks stands to the conversation.</summary>
    public static string InWords(this Seat seat) => seat switch
    {
        Seat.Mine => "has the conversation",
        Seat.Colleague => "a colleague has it",
        Seat.Waiting => "a person is wanted",
        _ => "the assistant has it",
    };
}
