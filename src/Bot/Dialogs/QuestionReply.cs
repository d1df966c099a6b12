using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A form's question as a reply: the words, the buttons, skip and why.</summary>
internal static class QuestionReply
{
    public static Reply For(Question question, Place? place, bool simpler)
    {
        var text = simpler && question.AskSimpler.Length > 0 ? question.AskSimpler : question.Ask;
        return new Reply
        {
            Text = text,
            Short = question.AskShort,
            Spoken = question.AskSpoken,
            Style = ReplyStyle.Question,
            Asks = question.Id,
            Actions = Actions(question),
        };
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
