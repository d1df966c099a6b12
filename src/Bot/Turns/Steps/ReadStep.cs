using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>What does the message mean?</summary>
internal static class ReadStep
{
    public static Turn Run(Turn turn, Surroundings around) => turn with { Reading = ReadMessage.For(turn.Message.Text, Context(turn, around)) };

    /// <summary>What the message is read against.</summary>
    public static ReadingContext Context(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        return new ReadingContext
        {
            OpenQuestion = conversation.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null,
            OpenOffer = conversation.OpenOffer,
            Forms = around.Content.Forms,
            Today = around.Today,
            Channel = turn.Message.Channel,
        };
    }
}
