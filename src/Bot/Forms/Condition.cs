using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>A condition on answers, as data. Closed, so that a checker can walk it.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>The answer to a question of any form is one of these (option ids, or <c>yes</c>/<c>no</c>).</summary>
    public sealed record Is(string Question, ImmutableArray<string> OneOf) : Condition;

    /// <summary>The question has been answered (and not skipped).</summary>
    public sealed record Answered(string Question) : Condition;

    /// <summary>A number, or a sum of money, is at least so much.</summary>
    public sealed record AtLeast(string Question, decimal Number) : Condition;

    /// <summary>A concern of this kind (<c>carer_breakdown</c>, …) is open.</summary>
    public sealed record ConcernOpen(string Kind) : Condition;

    /// <summary>All hold.</summary>
    public sealed record All(ImmutableArray<Condition> Of) : Condition;

    /// <summary>One holds at least.</summary>
    public sealed record AnyOf(ImmutableArray<Condition> Of) : Condition;

    /// <summary>It doesn't hold.</summary>
    public sealed record Not(Condition Of) : Condition;
}
