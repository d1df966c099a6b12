using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>What somebody wants, does not want, likes, dislikes and can do. It is kept in their own words: nothing is made of it but the heading it stands under.</summary>
internal static class WishFacts
{
    private const int ShortSentence = 28;

    private static readonly ImmutableArray<string> Wanting =
    [
        "i want", "we want", "i want to", "he wants", "she wants", "they want", "i would like", "id like", "we would like", "wed like", "hed like", "shed like", "i wish", "i hope to", "i am hoping", "im hoping", "hoping to", "id love", "i would love", "hed love", "shed love", "i could do with", "we could do with", "he could do with", "she could do with", "id rather", "i would rather", "hed rather", "shed rather", "hed say yes to", "shed say yes to", "theyd say yes to", "want to", "want me own", "want my own", "all i want", "what i want", "i just want", "i need somebody", "i need someone", "longing to", "wants to", "wants his", "wants her", "looking forward to", "i miss", "he misses", "she misses", "we miss", "my wish", "would mean the world", "would do us", "would do me", "make all the difference", "hed accept", "shed accept", "theyd accept", "would take to", "hed take to", "shed take to", "would be happy with", "matters most", "important to me", "important to him", "important to her", "get my own place", "my own place",
    ];

    /// <summary>Why anybody gets in touch: it says nothing of what matters to them.</summary>
    private static readonly ImmutableArray<string> OnlyHelp = ["some help", "bit of help", "more help", "get help", "help please", "any help"];

    private static readonly ImmutableArray<string> Refusing =
    [
        "dont want", "do not want", "doesnt want", "i wont have", "he wont have", "she wont have", "wont accept", "refuses", "hed say no to", "shed say no to", "theyd say no to", "not interested in", "no interest in", "not after", "dont need", "would hate", "wouldnt want", "not going into", "never go into", "dont like strangers", "no strangers", "wont hear of", "not having", "wont use", "no care home", "not a care home", "no carers", "dont fancy", "not keen on", "not for me",
    ];

    private static readonly ImmutableArray<string> Liking = ["likes", "loves", "enjoys", "i like", "i love", "i enjoy", "we like", "mad on", "mad about", "keen on", "is into", "hes into", "shes into", "im into", "fond of", "favourite", "used to love", "watches", "happiest when", "calms", "calm her", "calm him", "settles her", "settles him", "will eat"];

    private static readonly ImmutableArray<string> Disliking = ["hates", "i hate", "doesnt like", "dislikes", "cant stand the", "cant stand being", "cant stand it", "cant bear the", "cant bear being", "cant bear it", "frightened of", "scared of", "terrified of", "upsets her", "upsets him", "upset by", "upset if", "sets him off", "sets her off", "gets upset", "doesnt cope with", "doesnt do well with", "panics"];

    private static readonly ImmutableArray<string> Able =
    [
        "good at", "i can still", "can still", "still can", "i still", "he still", "she still", "still does", "still do", "still manages", "i manage", "manages his own", "manages her own", "i do my own", "does his own", "does her own", "by myself", "by himself", "by herself", "can wash", "can dress", "can stand", "can walk", "can cook", "can make", "can get", "half himself", "half herself", "likes to be independent", "independent", "i taught", "i was a", "used to be a", "i used to teach", "i ran", "worked as", "retired", "can do it if", "can if", "i cook", "i clean", "used to run", "used to work", "knows how to", "is able to", "am able to", "proud of",
    ];

    private static readonly ImmutableArray<string> Unable = ["cant", "cannot", "can i", "how can", "what can", "can you", "cannae", "can hardly", "can barely", "can no longer", "can only just", "i can see", "i can hear", "can ring me", "can call me", "can text me", "can be a bit", "can get nasty", "can get a bit", "i can imagine", "hes not able", "isnt able", "not able", "no longer", "can get violent"];

    /// <summary>The facts in a message, a sentence each, or a clause where the sentence is long.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        foreach (var part in Parts(message))
        {
            var refuses = Has(part, Refusing);
            if (refuses)
            {
                yield return Fact(FactIds.NotWanted, part);
            }

            if (Has(part, Wanting) && !Has(part, OnlyHelp) && (!refuses || WantsToo(part)))
            {
                yield return Fact(FactIds.Wants, part);
            }

            if (Has(part, Liking) && !part.Has("would like", "id like", "doesnt like", "like to be"))
            {
                yield return Fact(FactIds.Likes, part);
            }

            if (Has(part, Disliking))
            {
                yield return Fact(FactIds.Dislikes, part);
            }

            if (Has(part, Able) && !Has(part, Unable))
            {
                yield return Fact(FactIds.Strength, part);
            }
        }
    }

    private static IEnumerable<MessagePart> Parts(MessageParts message) => message.Sentences.All(sentence => sentence.Count <= ShortSentence)
        ? message.Sentences.Where(sentence => !sentence.IsAsked).SelectMany(sentence => IsMixed(sentence) ? MessageParts.Of(sentence.Text).Clauses : [sentence])
        : message.Clauses.Where(clause => !clause.IsAsked);

    // "Likes dogs, hates noise": each under its own heading.
    private static bool IsMixed(MessagePart sentence) =>
        (Has(sentence, Liking) ? 1 : 0) + (Has(sentence, Disliking) ? 1 : 0) + (Has(sentence, Refusing) ? 1 : 0) + (Has(sentence, Wanting) ? 1 : 0) > 1
        || Has(sentence, Able) && Has(sentence, Unable);

    private static bool WantsToo(MessagePart part) => part.Has("i want", "id like", "hed say yes to", "shed say yes to", "i would like") && !part.Has("dont want", "do not want");

    private static bool Has(MessagePart part, ImmutableArray<string> phrases) => Words.HasAny(part.Line, phrases.AsSpan());

    private static VolunteeredFact Fact(string id, MessagePart part) => new(id, new TextValue(part.Text), part.Text);
}
