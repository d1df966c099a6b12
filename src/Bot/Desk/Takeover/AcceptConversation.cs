using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>An officer accepts: exactly one does, and the next is shown who has it.</summary>
internal static class AcceptConversation
{
    public static Task<IResult> HandleAsync(HttpContext http, string id, TurnRunner runner, CouncilCases cases, TimeProvider clock) =>
        JoinAsync(http, id, new ConversationEvent.OfficerJoins(http.Officer()), runner, cases, clock);

    /// <summary>A supervisor takes it over, whoever has it.</summary>
    public static Task<IResult> StepInAsync(HttpContext http, string id, TurnRunner runner, CouncilCases cases, TimeProvider clock) =>
        JoinAsync(http, id, new ConversationEvent.SupervisorStepsIn(http.Officer()), runner, cases, clock);

    private static async Task<IResult> JoinAsync(HttpContext http, string id, ConversationEvent how, TurnRunner runner, CouncilCases cases, TimeProvider clock)
    {
        var officer = http.Officer();
        var joins = new IncomingEvent(id, $"desk:{ConversationId.New()}", how, clock.GetUtcNow());
        var result = await runner.RunAsync(joins, http.RequestAborted);
        if (result is EventResult.NoConversation)
        {
            return Results.NotFound();
        }

        if (result is EventResult.Done)
        {
            await cases.TakeAlertsOfAsync(id, officer.Name);
        }

        var query = QueueFilter.From(http.Request).Query;
        var held = result is EventResult.Refused { HeldBy: { } holder } && holder.Id != officer.Id ? $"{(query.Length == 0 ? "?" : "&")}said=held" : "";
        http.Response.Headers.Location = $"/desk/conversations/{id}{query}{held}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
