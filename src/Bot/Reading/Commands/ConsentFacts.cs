using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>A "no" that comes with news of these kinds tells something, and turns nothing down.</summary>
internal static class ConsentFacts
{
    private static readonly ImmutableArray<string> News = [FactIds.Network, FactIds.PersonKnows, FactIds.LivesAlone, FactIds.PhoneNotes, FactIds.PersonAge, FactIds.SpeakerAge, FactIds.PersonBorn];

    /// <summary>The facts explain a leading "no".</summary>
    public static bool Explain(ImmutableArray<VolunteeredFact> facts) => facts.Any(fact => News.Contains(fact.Fact));
}
