using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>The addresses of a conversation at the desk.</summary>
internal static class TakeoverEndpoints
{
    public static void MapTakeover(this IEndpointRouteBuilder app)
    {
        var conversation = app.MapGroup("/desk/conversations/{id}");
        conversation.MapGet("", ShowConversation.HandleAsync).For(DeskActions.SeeConversation);
        conversation.MapPost("/accept", AcceptConversation.HandleAsync).For(DeskActions.Accept);
        conversation.MapPost("/step-in", AcceptConversation.StepInAsync).For(DeskActions.StepIn);
        conversation.MapPost("/say", OfficerActs.SayAsync).For(DeskActions.Say);
        conversation.MapPost("/whisper", OfficerActs.WhisperAsync).For(DeskActions.Whisper);
        conversation.MapPost("/answer", OfficerActs.SendAnswerAsync).For(DeskActions.SendAnswer);
        conversation.MapPost("/transfer", OfficerActs.TransferAsync).For(DeskActions.Transfer);
        conversation.MapPost("/give-back", OfficerActs.GiveBackAsync).For(DeskActions.GiveBack);
        conversation.MapPost("/wrap-up", OfficerActs.WrapUpAsync).For(DeskActions.WrapUp);
        conversation.MapPost("/offer-times", OfficerActs.OfferTimesAsync).For(DeskActions.OfferTimes);
        conversation.MapPost("/book", OfficerActs.BookAsync).For(DeskActions.Book);
        conversation.MapPost("/call", OfficerActs.PromiseCallAsync).For(DeskActions.PromiseCall);
    }
}
