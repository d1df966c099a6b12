using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>What the knowledge base has for an officer's words, near where the resident is.</summary>
internal static class FoundAnswer
{
    /// <summary>What was found; null when nothing was looked for.</summary>
    public static KnowledgeAnswer? For(string find, Conversation conversation, Surroundings around) => find.Trim().Length == 0
        ? null
        : around.Knowledge.Ask(new KnowledgeQuestion(find, conversation.Place, around.Now, []) { Except = Answering.Unwanted(conversation) });

    /// <summary>The part of it that is sent: the guide, or one service; null when it isn't there any more.</summary>
    public static Reply? Part(KnowledgeAnswer? found, string what) => found is null ? null : what == "guide"
        ? found.Passage is null ? null : AnswerReply.For(found with { Services = [] })
        : found.Services.FirstOrDefault(service => service.Id == what) is { } service
            ? new Reply { Text = service.Name, Services = [service], Sources = [service.Source], Phrase = "answer.services" }
            : null;
}
