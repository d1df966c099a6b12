using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Something people ask about, <c>content/topics/*.yaml</c>, with ways in which they ask it.</summary>
/// <param name="Id">"blue_badge"; <see cref="OutOfScope"/> for what isn't adult social care.</param>
/// <param name="Title">For a person.</param>
/// <param name="Guide">Its main guide; null for out of scope.</param>
/// <param name="Asks">Example questions: what the topic is learnt from.</param>
/// <param name="Others">Out of scope only: who does deal with it.</param>
internal sealed record Topic(string Id, string Title, string? Guide, ImmutableArray<string> Asks, ImmutableArray<OtherBusiness> Others)
{
    /// <summary>The topic of everything that the front door does not answer.</summary>
    public const string OutOfScope = "out_of_scope";
}

/// <summary>Something that isn't adult social care.</summary>
/// <param name="Id">"bins".</param>
/// <param name="Who">Who does deal with it, as a sentence; null where there is nobody to name.</param>
/// <param name="Asks">Example questions.</param>
internal sealed record OtherBusiness(string Id, string? Who, ImmutableArray<string> Asks);
