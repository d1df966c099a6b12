using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading;

/// <summary>What a message says in passing. Only what is said; never what might follow from it.</summary>
public static class VolunteeredFacts
{
    private static readonly (string Word, string Condition)[] Conditions =
    [
        ("dementia", "dementia"), ("alzheimers", "Alzheimer's disease"), ("copd", "COPD"), ("stroke", "a stroke"), ("parkinsons", "Parkinson's"),
        ("ms", "multiple sclerosis"), ("arthritis", "arthritis"), ("diabetes", "diabetes"), ("diabetic", "diabetes"), ("learning disability", "a learning disability"), ("autism", "autism"), ("autistic", "autism"),
    ];

    /// <summary>The facts in a text.</summary>
    public static ImmutableArray<VolunteeredFact> In(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = ImmutableArray.CreateBuilder<VolunteeredFact>();
        var line = Words.Line(text);
        if (Words.HasAny(line, "lives alone", "lives on her own", "lives on his own", "live alone", "live on my own", "lives by herself", "lives by himself"))
        {
            facts.Add(new VolunteeredFact("person.lives_alone", new YesNoValue(true), text));
        }

        if (Words.HasAny(line, "not her carer", "not his carer", "not a carer", "not their carer", "im not her carer", "dont call me a carer", "not my wifes carer"))
        {
            facts.Add(new VolunteeredFact("helper.not_a_carer", new YesNoValue(true), text));
        }

        if (Words.HasAny(line, "up three or four times", "up most nights", "up all night", "up every night", "up at night", "up in the night", "broken nights", "up with her most nights", "up with him most nights"))
        {
            facts.Add(new VolunteeredFact("helper.nights", new YesNoValue(true), text));
        }

        foreach (var (word, condition) in Conditions.Where(pair => Words.HasAny(line, pair.Word)))
        {
            facts.Add(new VolunteeredFact("person.conditions", new TextValue(condition), text));
        }

        foreach (var clause in Words.Clauses(text))
        {
            var joined = $" {string.Join(' ', clause)} ";
            if (Words.HasAny(joined, "i taught", "i can still", "good at", "i still"))
            {
                facts.Add(new VolunteeredFact("person.strengths", new TextValue(joined.Trim()), joined.Trim()));
            }
        }

        if (ReadAnswer.Phone(text) is { } phone)
        {
            facts.Add(new VolunteeredFact("contact.phone", new PhoneValue(phone), text));
        }

        return facts.ToImmutable();
    }
}
