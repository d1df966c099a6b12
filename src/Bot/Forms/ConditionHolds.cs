namespace TransformingLives.Bot.Forms;

/// <summary>Whether a condition holds. Pure.</summary>
public static class ConditionHolds
{
    /// <summary>True when it holds for these answers and open concerns; a null condition always does.</summary>
    public static bool In(Condition? condition, Answers answers, IReadOnlySet<string> openConcerns)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(openConcerns);
        return condition switch
        {
            null => true,
            Condition.All(var of) => of.All(inner => In(inner, answers, openConcerns)),
            Condition.AnyOf(var of) => of.Any(inner => In(inner, answers, openConcerns)),
            Condition.Not(var of) => !In(of, answers, openConcerns),
            Condition.ConcernOpen(var kind) => openConcerns.Contains(kind),
            Condition.Answered(var question) => answers[question] is { IsSkipped: false },
            Condition.AtLeast(var question, var number) => (answers[question]?.Value switch { NumberValue value => value.Number, MoneyValue sum => sum.Amount, _ => (decimal?)null }) >= number,
            Condition.Is(var question, var oneOf) => answers[question] is { } answer && Ids(answer.Value).Any(id => oneOf.Contains(id)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IEnumerable<string> Ids(AnswerValue value) => value switch
    {
        YesNoValue(var yes) => [yes ? "yes" : "no"],
        ChoiceValue(var option) => [option],
        ChoicesValue(var options) => options,
        TextValue(var text) => [text],
        _ => [],
    };
}
