using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>Reads back what was understood, each line with a way to change it.</summary>
internal static class Summaries
{
    public static bool Has(Conversation conversation, Surroundings around) => !Rows(conversation, around).IsEmpty;

    public static Reply Of(Turn turn, Surroundings around) =>
        turn.Phrase(around, PhraseIds.Summary) with { Style = ReplyStyle.Summary, Rows = Rows(turn.Conversation, around) };

    /// <summary>What was passed on, read back; each line can be changed still.</summary>
    public static Reply OfSent(Turn turn, Surroundings around) =>
        turn.Phrase(around, PhraseIds.ArrangedComplete, ("reference", Sending.References(turn.Conversation.Sent))) with { Style = ReplyStyle.Summary, Rows = Rows(turn.Conversation, around) };

    private static System.Collections.Immutable.ImmutableArray<SummaryRow> Rows(Conversation conversation, Surroundings around) =>
        FormSummary.Rows(around.Content.Forms.Where(form => IsBegun(conversation, form)), conversation.Answers);

    private static bool IsBegun(Conversation conversation, Form form) =>
        conversation.Forms.Contains(form.Id) || conversation.Finished.Contains(form.Id) || form.Id == FormIds.Asides || form.Questions.Any(question => conversation.Answers[question.Id] is not null);
}
