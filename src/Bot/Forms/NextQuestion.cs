namespace TransformingLives.Bot.Forms;

/// <summary>The next question is a function of the form and the answers, and of nothing else.</summary>
public static class NextQuestion
{
    /// <summary>The first question that applies and has no answer; null when the form is done.</summary>
    /// <param name="form">The form.</param>
    /// <param name="answers">All answers so far.</param>
    /// <param name="openConcerns">Kinds of concern that are open.</param>
    /// <param name="passed">Questions that were asked and left open: they are not asked again.</param>
    public static Question? Of(Form form, Answers answers, IReadOnlySet<string> openConcerns, IReadOnlyCollection<string>? passed = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return form.Questions.FirstOrDefault(question => answers[question.Id] is null && passed?.Contains(question.Id) != true && ConditionHolds.In(question.AppliesWhen, answers, openConcerns));
    }
}
