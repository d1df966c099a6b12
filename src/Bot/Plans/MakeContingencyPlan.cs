using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Plans;

/// <summary>The answers of the form about it, as a plan: section by section, and who is to be read out.</summary>
public static class MakeContingencyPlan
{
    private const string FirstToAsk = "plan_first";
    private const string NextToAsk = "plan_second";

    /// <summary>The plan as it is now; empty when nothing of it was answered.</summary>
    public static ContingencyPlan From(Conversation conversation, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(around);
        if (around.Content.FindForm(FormIds.ContingencyPlan) is not { } form)
        {
            return ContingencyPlan.None;
        }

        var parts = form.Sections
            .Select(section => new ContingencyPart(section.Title, [.. form.Questions.Where(question => question.Section == section.Id).Select(question => Line(question, conversation)).OfType<PlanLine>()]))
            .Where(part => !part.Lines.IsEmpty);
        return new ContingencyPlan([.. parts])
        {
            First = Words(conversation, FirstToAsk),
            Second = Words(conversation, NextToAsk),
            For = Words(conversation, "person_name"),
        };
    }

    private static PlanLine? Line(Question question, Conversation conversation) =>
        conversation.Answers[question.Id] is { IsSkipped: false } answer ? new PlanLine(question.Label, AnswerText.Of(question, answer.Value)) : null;

    private static string? Words(Conversation conversation, string question) => (conversation.Answers[question]?.Value as TextValue)?.Text;
}
