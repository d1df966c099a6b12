namespace TransformingLives.Bot.Forms;

/// <summary>The next question is a function of the form and the answers, and of nothing else.</summary>
public static class NextQuestion
{
    /// <summary>The first question that applies and has no answer; null when the form is done.</summary>
    public static Question? Of(Form form, Answers answers, IReadOnlySet<string> openConcerns)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return form.Questions.FirstOrDefault(question => answers[question.Id] is null && ConditionHolds.In(question.AppliesWhen, answers, openConcerns));
    }
}
