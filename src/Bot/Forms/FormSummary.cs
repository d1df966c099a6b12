using System.Collections.Immutable;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Forms;

/// <summary>What was answered, as rows to read back.</summary>
public static class FormSummary
{
    /// <summary>A row for each answer, grouped by form, in the order asked.</summary>
    public static ImmutableArray<SummaryRow> Rows(IEnumerable<Form> forms, Answers answers)
    {
        ArgumentNullException.ThrowIfNull(forms);
        return
        [
            .. from form in forms
               from question in form.Questions
               let answer = answers[question.Id]
               where answer is not null
               select new SummaryRow(form.Title, question.Label, AnswerText.Of(question, answer.Value), question.Id, answer.Origin == AnswerOrigin.Volunteered),
        ];
    }
}
