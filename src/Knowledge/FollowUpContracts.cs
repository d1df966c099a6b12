using System.Collections.Immutable;

namespace TransformingLives.Knowledge;

/// <summary>What a short question asks about the thing last talked of.</summary>
public enum FollowUpKind
{
    /// <summary>"Is there one nearer?"</summary>
    Nearest,

    /// <summary>"What about at weekends?"</summary>
    Weekend,

    /// <summary>"Anything in the evening?"</summary>
    Evening,

    /// <summary>"Is there a free one?"</summary>
    Free,

    /// <summary>"What about one in Soham?"</summary>
    Elsewhere,

    /// <summary>"And for my dad?"</summary>
    ForSomebody,
}

/// <summary>What there is for a follow-up: only what was found.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="TopicId">What was talked of.</param>
/// <param name="Place">Where was looked: named in the question, or known before; null when it isn't known.</param>
/// <param name="Fitting">Up to three services that are what was asked for, best first.</param>
/// <param name="Others">Up to three others of the topic, where none fits.</param>
public sealed record FollowUpAnswer(FollowUpKind Kind, string TopicId, Place? Place, ImmutableArray<ServiceHit> Fitting, ImmutableArray<ServiceHit> Others);
