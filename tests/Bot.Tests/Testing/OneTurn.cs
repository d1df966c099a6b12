using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Testing;

/// <summary>One message, its whole way through the route, in a conversation that stands as a test puts it.</summary>
internal static class OneTurn
{
    public static async Task<Turn> OfAsync(string text, Func<Conversation, Conversation>? standing = null)
    {
        var around = await TestCouncil.RealContent.Value;
        var begun = new Conversation { Id = "c1", Channel = "web", StartedAt = DateTimeOffset.UnixEpoch, Version = 3 };
        var turn = new Turn
        {
            Message = new IncomingMessage("c1", "m1", "web", text, DateTimeOffset.UnixEpoch),
            Conversation = standing is null ? begun : standing(begun),
        };
        return TurnRoute.Steps.Aggregate(TurnRoute.Screen(turn, around), (step, next) => next(step, around));
    }

    /// <summary>A question of the first conversation is open.</summary>
    public static Func<Conversation, Conversation> Asked(string question) =>
        conversation => conversation with { Forms = ["first-conversation"], OpenQuestion = question, Asked = [question] };
}
