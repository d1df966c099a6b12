using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>Answers that are a yes or a no only because of what was asked: "Do you live alone?" "Just me and the cat".</summary>
internal static class YesNoFromQuestion
{
    private static readonly ImmutableArray<string> Kin = ["wife", "husband", "hubby", "partner", "son", "daughter", "mum", "mam", "mom", "dad", "mother", "father", "brother", "sister", "nan", "gran", "grandad", "lodger", "parents", "boyfriend", "girlfriend", "grandson", "granddaughter", "kids", "children", "sons", "daughters", "missus", "family", "carer", "niece", "nephew", "friend", "auntie", "aunt", "uncle", "neighbour", "nurse", "lady", "girl", "lad"];

    private static readonly ImmutableArray<string> Cold = ["cold", "freezing", "perishing", "baltic", "chilly", "nippy", "parky", "damp", "like ice", "like a fridge", "fridge", "draughty", "icy", "brass monkeys", "arctic", "starved"];

    private static readonly ImmutableArray<string> Warm = ["warm", "toasty", "cosy", "boiling", "lovely and warm", "snug", "hot", "like toast"];

    private static readonly ImmutableArray<string> Unsafe = ["unsafe", "scared", "frightened", "afraid", "terrified", "on edge", "threatened", "dont feel safe", "not safe", "nervous"];

    /// <summary>Yes or no in the light of the question; null when it does not follow.</summary>
    public static bool? Read(string line, string question)
    {
        var isDoubtful = Words.HasAny(line, "sometimes", "some days", "depends", "might", "maybe", "perhaps", "used to", "if", "unless", "or");
        return Alone(line, question) ?? (isDoubtful ? null : Feeling(line, question) ?? Some(line, question) ?? Somebody(line, question) ?? Only(line, question) ?? Wished(line, question));
    }

    // "Do you live alone?" and "Does anybody else live with you?" are the same question, the other way round.
    private static bool? Alone(string line, string question)
    {
        var isAlone = Words.HasAny(question, "live alone", "lives alone", "live on your own", "by yourself", "living alone");
        var isWith = Words.HasAny(question, "live with you", "lives with you", "else live", "live with them", "live with her", "live with him", "living with you", "else at home", "else in the house");
        if (isAlone == isWith)
        {
            return null;
        }

        var isOver = Words.HasAny(line, "passed", "died", "passed away", "moved out", "left me", "gone now", "used to", "did but", "was but", "till he", "till she", "until he", "until she", "since he", "since she", "since my", "widow", "widower", "widowed");
        var isOnOwn = Words.HasAny(line, "just me", "only me", "just myself", "on my own", "by myself", "all alone", "all on my own", "on her own", "on his own", "just the cat", "just the dog", "me myself and i", "just him", "just her", "me and the cat", "me and the dog", "me and my dog", "me and my cat", "just mum", "just dad", "live alone", "lives alone");
        var isWithKin = Kin.Any(kin => Words.HasAny(line, kin)) && Words.HasAny(line, "with", "lives", "live", "me and", "my", "and me", "here", "stays", "us") && !isOver;
        if (isOnOwn && !isWithKin && !Words.HasAny(line, "not on my own", "never on my own") || isOver && Words.HasAny(line, "did", "died", "passed", "widow", "widower", "widowed", "gone"))
        {
            return isAlone;
        }

        return isWithKin && !isOnOwn && !Words.HasAny(line, "not", "no", "weekends", "sometimes", "nights", "comes", "visits", "dont") ? !isAlone : null;
    }

    private static bool? Feeling(string line, string question)
    {
        var isDenied = Words.HasAny(line, "not", "isnt", "never", "aint");
        if (Words.HasAny(question, "warm", "heated"))
        {
            return Cold.Any(word => Words.HasAny(line, word)) && !isDenied ? false : Warm.Any(word => Words.HasAny(line, word)) && !Words.HasAny(line, "enough") ? !isDenied : null;
        }

        return Words.HasAny(question, "safe") && Unsafe.Any(word => Words.HasAny(line, word)) && !isDenied ? false : null;
    }

    // "Have you had a fall?" "A few". "Do you have any equipment?" "Two".
    private static bool? Some(string line, string question)
    {
        var asksFor = Words.HasAny(question, "have you", "has", "do you have", "is there", "are there", "does she have", "does he have", "did you", "have the", "had");
        var amount = line.Trim();
        return asksFor && (amount.StartsWith("too many", StringComparison.Ordinal) || amount.StartsWith("more than one", StringComparison.Ordinal) || amount.StartsWith("lots of", StringComparison.Ordinal) || amount.StartsWith("loads of", StringComparison.Ordinal) || amount is "a few" or "a couple" or "one" or "once" or "twice" or "two" or "three" or "several" or "lots" or "loads" or "plenty" or "quite a few" or "a lot" or "many" or "some" or "three times" or "two times" or "a few times" or "several times" or "a couple of times" or "lots of times" or "loads of times" or "just the one" or "just one" or "only one" or "only once" or "just once" or "1" or "2" or "3" or "4" or "too many" or "more than one" or "more than once")
            ? true : null;
    }

    // "Is there somebody who could step in?" "Our Karen would".
    private static bool? Somebody(string line, string question)
    {
        if (!Words.HasAny(question, "somebody", "someone", "anybody", "anyone", "anybody else", "any family", "any friends", "any one"))
        {
            return null;
        }

        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isDenied = words.Any(word => word is "not" or "no" or "never" or "wont" or "cant" or "wouldnt" or "doesnt" or "dont" or "isnt" or "hasnt" or "couldnt" or "havent" or "died" or "passed" or "busy" or "far" or "was");
        return words.Length is >= 2 and <= 9 && !isDenied && (words[0] is "our" or "my" or "the" or "her" or "his" || Kin.Contains(words[0])) && (words[^1] is "would" or "does" or "could" or "will" or "can" or "did" or "has" or "is" || words.Any(word => word is "would" or "does" or "could" or "will" or "comes" or "helps" or "can"))
            ? true : null;
    }

    // "Only a stick", "only at night": something, and so yes.
    private static bool? Only(string line, string question)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isOnly = words.Length is >= 2 and <= 6 && words[0] is "only" or "just" && words[1] is "outdoors" or "outside" or "indoors" or "inside" or "a" or "an" or "the" or "my" or "on" or "at" or "in" or "for" or "one" or "two" or "with";
        return isOnly && !Words.HasAny(line, "not", "no") && !Words.HasAny(question, "alone", "enough", "safe", "happy", "happy for", "permanent", "able", "can you", "willing") ? true : null;
    }

    // "Would you like somebody on your side?" "I'd like someone on my side". Only where they wish for the very thing: "I'd like my son to arrange it" is another wish.
    private static bool? Wished(string line, string question)
    {
        var said = line.TrimStart();
        if (WishBegins.FirstOrDefault(begin => said.StartsWith(begin, StringComparison.Ordinal)) is not { } begun || !Words.HasAny(question, "would you like", "do you want")
            || Words.HasAny(line, "not", "no", "dont", "never", "myself", "ourselves", "on my own", "but", "first", "rather", "instead", "only", "without", "stop", "less"))
        {
            return null;
        }

        var thing = said[begun.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "a" or "an" or "the" or "some").FirstOrDefault("");
        return thing.Length >= TellingWord && (Words.HasAny(question, thing) || thing is "someone" && Words.HasAny(question, "somebody") || thing is "somebody" && Words.HasAny(question, "someone")) ? true : null;
    }

    private const int TellingWord = 4;

    private static readonly ImmutableArray<string> WishBegins = ["id like ", "i would like ", "id love ", "i want ", "wed like ", "we would like ", "we want "];
}
