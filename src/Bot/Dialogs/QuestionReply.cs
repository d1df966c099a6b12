using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Remembering;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A form's question as a reply: the words, put to the one it is about, the buttons, skip and why.</summary>
internal static class QuestionReply
{
    public static Reply For(Question question, Conversation conversation, bool simpler)
    {
        var isMe = ToldFacts.IsAbout(conversation) == "me";
        var ask = simpler && question.AskSimpler.Length > 0 ? question.AskSimpler : isMe && question.AskMe.Length > 0 ? question.AskMe : question.Ask;
        var who = Who(conversation);
        return new Reply
        {
            Text = ask.Replace("{person}", who, StringComparison.Ordinal),
            Short = isMe && question.AskMe.Length > 0 ? question.AskMe : question.AskShort.Replace("{person}", who, StringComparison.Ordinal),
            Spoken = isMe && question.AskMe.Length > 0 ? question.AskMe : question.AskSpoken.Replace("{person}", who, StringComparison.Ordinal),
            Style = ReplyStyle.Question,
            Asks = question.Id,
            Actions = Actions(question),
        };
    }

    /// <summary>"your wife", "your mother and father", or "the person who needs help".</summary>
    public static string Who(Conversation conversation) =>
        conversation.Answers["person_is"]?.Value is TextValue kin && !kin.Text.Contains("neighbour", StringComparison.Ordinal) ? $"your {kin.Text}" : "the person who needs help";

    private static ImmutableArray<SuggestedAction> Actions(Question question)
    {
        IEnumerable<SuggestedAction> choices = question.Kind switch
        {
            AnswerKind.YesNo => [new("Yes", "Yes"), new("No", "No")],
            AnswerKind.Choice or AnswerKind.Choices => question.Options.Select(option => new SuggestedAction(option.Label, option.Label)),
            _ => [],
        };
        return question.CanSkip ? [.. choices, new("Skip this", "Skip")] : [.. choices];
    }
}
