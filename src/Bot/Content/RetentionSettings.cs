using System.Collections.Immutable;

namespace TransformingLives.Bot.Content;

/// <summary>How long each kind of data is kept: the section <c>retention</c> of <c>content/council.yaml</c>.</summary>
/// <param name="Rules">A rule for each kind.</param>
public sealed record RetentionSettings(ImmutableArray<RetentionRule> Rules)
{
    /// <summary>Nothing is removed by itself.</summary>
    public static RetentionSettings None { get; } = new([]);

    /// <summary>The rule of a kind; null when nothing is removed by itself.</summary>
    public RetentionRule? Of(RetentionKind kind) => Rules.FirstOrDefault(rule => rule.Kind == kind);

    /// <summary>Why data of a kind stays when a person asks for erasure, in words for that person; null when it is erased.</summary>
    public string? KeptWhenErased(RetentionKind kind) => Of(kind) is { KeptWhenErased.Length: > 0 } rule ? rule.KeptWhenErased : null;
}

/// <summary>How long one kind of data is kept.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Days">Days after the last change.</param>
/// <param name="KeptWhenErased">Why it stays until then, also when the person asks for erasure; empty when it doesn't.</param>
public sealed record RetentionRule(RetentionKind Kind, int Days, string KeptWhenErased);

/// <summary>The kinds of data.</summary>
public enum RetentionKind
{
    /// <summary>What was said, and what was remembered of it.</summary>
    Conversations,

    /// <summary>Pictures and letters that people sent.</summary>
    Files,

    /// <summary>Texts that were sent.</summary>
    Texts,

    /// <summary>Copies of work that was carried out.</summary>
    Work,

    /// <summary>Alerts that somebody took.</summary>
    Alerts,

    /// <summary>Referrals in the register, with history, tasks and plans.</summary>
    Referrals,
}
