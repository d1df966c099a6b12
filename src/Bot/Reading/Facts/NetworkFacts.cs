using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Who is around and what they do, or that nobody is; and what the one who writes does for somebody.</summary>
internal static class NetworkFacts
{
    private static readonly ImmutableArray<string> Nobody =
    [
        "nobody else helps", "no one else helps", "noone else helps", "nobody else", "no one else", "no family", "havent got any family", "have no family", "only us two", "just us two", "just the two of us", "only the two of us", "theres only me", "theres just me", "only me", "its just me", "just me", "theres nobody", "there is nobody", "theres no one", "nobody helps", "no one helps", "nobody comes", "no one comes", "no friends", "on our own",
    ];

    private static readonly ImmutableArray<string> Around =
    [
        "lady next door", "man next door", "next door takes", "next door pops", "next door helps", "neighbour pops", "neighbour helps", "neighbours help", "neighbour takes", "support worker", "support workers", "carers do", "carers come", "carer comes", "carers in", "hours of help", "hours of support", "care package", "district nurse", "community nurse", "day centre", "church", "cleaner comes", "have a cleaner", "has a cleaner", "got a cleaner", "a cleaner who", "meals on wheels", "social worker", "befriender", "comes on", "comes every", "comes in", "pops in", "pops round", "helps out", "helps with", "helps me", "miles away", "miles off", "ten miles", "should be in on it", "full time job", "works full time", "with mum", "with my mum", "with my parents", "friend down the road", "my friend", "good friends",
    ];

    private static readonly ImmutableArray<string> Doing =
    [
        "i look after", "im looking after", "i am looking after", "i care for", "i do everything", "i do it all", "i do the lot", "i see to", "i wash", "i dress", "i help him", "i help her", "i help them", "i cook for", "i lift", "i put everything out", "i do all", "i do his", "i do her", "i do their", "i do the emotional", "i take him", "i take her", "i sort", "doing the lot", "does everything for", "does the lot", "does it all", "i feed", "i listen out", "i get up to", "i get him up", "i get her up", "i gave up work", "finished work to look after", "given up work",
    ];

    private static readonly ImmutableArray<string> WantsToGoOn = ["want to keep caring", "want to carry on caring", "want to go on caring", "want to look after", "i want to do it", "keep caring for", "happy to look after", "carry on looking after", "keep looking after", "go on looking after"];

    /// <summary>The facts in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        foreach (var clause in message.Clauses.Where(clause => !clause.IsAsked))
        {
            if (Has(clause, Nobody) || Has(clause, Around) || WhoFacts.HelperIn(clause) is not null)
            {
                yield return new VolunteeredFact(FactIds.Network, new TextValue(clause.Text), clause.Text);
            }

            if (Has(clause, Doing) || Has(clause, WantsToGoOn))
            {
                yield return new VolunteeredFact(FactIds.HelperDoes, new TextValue(clause.Text), clause.Text);
            }
        }
    }

    private static bool Has(MessagePart part, ImmutableArray<string> phrases) => Words.HasAny(part.Line, phrases.AsSpan());
}
