using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading;

/// <summary>What a message says in passing. Only what is said; never what might follow from it. The place is found by whoever knows the places.</summary>
public static class VolunteeredFacts
{
    /// <summary>The facts in a text.</summary>
    public static ImmutableArray<VolunteeredFact> In(string text, DateOnly today) => In(MessageParts.Of(text), today);

    /// <summary>The facts in a message that is cut already.</summary>
    public static ImmutableArray<VolunteeredFact> In(MessageParts message, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(message);
        return
        [
            .. WhoFacts.In(message),
            .. NameFacts.In(message),
            .. AgeFacts.In(message),
            .. BirthFacts.In(message, today),
            .. ConditionFacts.In(message),
            .. LivingFacts.In(message),
            .. NetworkFacts.In(message),
            .. WishFacts.In(message),
            .. ReachFacts.In(message),
        ];
    }
}
