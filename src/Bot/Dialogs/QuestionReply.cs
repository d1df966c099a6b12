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
            Text = Of(ask, who),
            Short = isMe && question.AskMe.Length > 0 ? question.AskMe : Of(question.AskShort, who),
            Spoken = isMe && question.AskMe.Length > 0 ? question.AskMe : Of(question.AskSpoken, who),
            Style = ReplyStyle.Question,
            Asks = question.Id,
            Actions = Actions(question),
        };
    }

    /// <summary>"your wife", "your mother and father", or "the person who needs help".</summary>
    public static string Who(Conversation conversation) =>
        conversation.Answers["person_is"]?.Value is TextValue kin && !kin.Text.Contains("neighbour", StringComparison.Ordinal) ? $"your {kin.Text}" : "the person who needs help";

    // "Where do your mum and dad live?"
    private static string Of(string ask, string who)
    {
        var isTwo = who.Contains(" and ", StringComparison.Ordinal) || who is "your parents" or "your children";
        return (isTwo ? ask.Replace("does {person}", "do {person}", StringComparison.Ordinal).Replace(" and wants to ", " and want to ", StringComparison.Ordinal) : ask).Replace("{person}", who, StringComparison.Ordinal);
    }

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
