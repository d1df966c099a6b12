using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Forms;

/// <summary>Reads conditions: <c>{question: x, is: [a, b]}</c>, <c>{question: x, answered: true}</c>, <c>{question: x, at_least: 3}</c>, <c>{concern: carer_breakdown}</c>, <c>all:</c>, <c>any:</c>, <c>not:</c>.</summary>
internal static class ConditionReader
{
    public static Condition? Read(ContentNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var condition = One(node);
        node.NoOtherFields();
        return condition;
    }

    private static Condition? One(ContentNode node)
    {
        if (node.Has("all"))
        {
            return new Condition.All(Many(node, "all"));
        }

        if (node.Has("any"))
        {
            return new Condition.AnyOf(Many(node, "any"));
        }

        if (node.Has("not"))
        {
            return Read(node.Section("not")) is { } inner ? new Condition.Not(inner) : null;
        }

        return node.Has("concern") ? new Condition.ConcernOpen(node.Text("concern")) : AboutQuestion(node);
    }

    private static Condition? AboutQuestion(ContentNode node)
    {
        var question = node.Text("question");
        if (node.Has("is"))
        {
            return new Condition.Is(question, node.Words("is"));
        }

        if (node.Has("at_least"))
        {
            return new Condition.AtLeast(question, decimal.Parse(node.Text("at_least"), CultureInfo.InvariantCulture));
        }

        if (node.Flag("answered", otherwise: false))
        {
            return new Condition.Answered(question);
        }

        node.Problem("question", "A condition on a question needs 'is', 'at_least' or 'answered: true'.");
        return null;
    }

    private static ImmutableArray<Condition> Many(ContentNode node, string field) => [.. node.Items(field).Select(Read).OfType<Condition>()];
}
