using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Turns;

/// <summary>Brings a check-in or a reminder that falls due into its conversation, by the same runner as what residents say. Twice is once: the event has the work's key.</summary>
/// <param name="runner">Found late: the runner stores work, and work finds its handler.</param>
/// <param name="clock">The time.</param>
internal sealed class CheckInHandler(Func<TurnRunner> runner, TimeProvider clock) : IWorkHandler
{
    public string Kind => WorkKind.CheckIn;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var checkIn = (CaseWork.CheckIn)work;
        var happening = new IncomingEvent(checkIn.ConversationId, checkIn.Key, What(checkIn), clock.GetUtcNow());
        return await runner().RunAsync(happening, cancellationToken) switch
        {
            EventResult.Done => new DeliveryResult.Taken("asked"),
            EventResult.Refused => new DeliveryResult.Taken("not needed"),
            _ => new DeliveryResult.Refused("There is no such conversation any more."),
        };
    }

    private static ConversationEvent What(CaseWork.CheckIn checkIn) =>
        checkIn.Name == Bookings.Reminder && Guid.TryParse(checkIn.Values.GetValueOrDefault(Bookings.AppointmentId), out var id)
            ? new ConversationEvent.ReminderFallsDue(id)
            : new ConversationEvent.CheckInFallsDue();
}
