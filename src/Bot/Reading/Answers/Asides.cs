using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>What people say instead of an answer: they would rather not, they don't know, they ask back.</summary>
internal static class Asides
{
    private static readonly ImmutableArray<string> Leads = ["so", "but", "and", "sorry", "erm", "um", "er", "ok", "okay", "well", "hang on", "just", "right", "oh", "hmm", "eh", "hi", "hello", "please", "yes but", "yeah but", "no but", "n", "oh and", "also", "then", "anyway", "now"];

    private static readonly ImmutableArray<string> Force = ["bloody", "blooming", "flipping", "flaming", "blinking", "ruddy", "sodding", "effing", "frigging", "chuffing", "fecking", "fucking", "damn", "bleeding", "blasted"];

    private static readonly ImmutableArray<string> After =
    [
        "what|is are do does did would can could will should happens about for you sort kind if has have was type exactly the time happen happened else wud",
        "whats|", "wheres|", "hows|", "whens|", "whys|", "whos|",
        "how|much many long do does can could will would often is are come soon far about did should wud cud",
        "why|", "who|is are do does will can would pays gets decides wants sees should told says said",
        "where|is are do does can will would did should", "when|is are do does will can would did should", "which|is one are do of",
        "can|i you we she he they someone somebody anyone my it", "could|i you we she he they someone somebody my it", "is|there this that it he she my", "are|there you they we these those",
        "do|i you we they", "does|it this that he she my", "did|you i they", "will|i you it they this we there my that he she u", "would|i you it they we that he she there", "am|i", "should|i we", "have|you i we", "has|it", "may|i",
    ];

    /// <summary>A word or two that begin a question.</summary>
    public static bool AsksBack(string line)
    {
        var words = Trimmed(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return false;
        }

        foreach (var row in After)
        {
            var bar = row.IndexOf('|', StringComparison.Ordinal);
            if (words[0] == row[..bar])
            {
                return bar == row.Length - 1 || words.Length > 1 && row[(bar + 1)..].Split(' ').Contains(words[1]);
            }
        }

        return false;
    }

    /// <summary>"Mind your own", "I'd rather not say".</summary>
    public static bool Refuses(string line) => Words.HasAny(
        line,
        "mind your own", "none of your business", "not your business", "nobodys business", "no business of yours", "rather not say", "rather not tell", "rather not answer", "rather not give", "rather not discuss", "prefer not", "not telling", "not telling you", "not saying", "wont say", "no comment",
        "thats private", "its private", "private", "thats personal", "too personal", "its personal", "not giving", "not comfortable", "dont want to say", "dont want to tell", "dont want to answer", "dont want to give", "keep that to myself", "id rather not", "i would rather not", "rather not", "nosy", "nosey", "not answering", "refuse to", "what its got to do with you", "nowt to do with you", "nothing to do with you", "do i have to", "not happy giving", "skip this", "pass on that", "move on", "next question");

    /// <summary>They do not know, or not well enough to be written down.</summary>
    public static bool DoesNotKnow(string line) => Words.HasAny(
        line,
        "dont know", "do not know", "dunno", "dont no", "not sure", "no idea", "no clue", "havent a clue", "not a clue", "cant remember", "cannot remember", "dont remember", "couldnt tell you", "cant tell you", "cant say", "couldnt say", "hard to say", "who knows", "god knows", "goodness knows", "lord knows", "heaven knows", "havent the foggiest", "not certain", "unsure", "no recollection", "ive forgotten", "i forget", "cant think", "cant recall", "dont recall", "search me", "beats me", "ask my", "idk", "not a scooby", "wouldnt know", "you tell me", "youd have to ask", "have to check", "need to check", "have to look", "would have to look", "already told you", "told you already", "told you that", "its on your records", "on your records", "on the system", "same as before", "as before", "same as last time", "you should have it", "youve got it", "you have it already", "you already have");

    /// <summary>They did not follow the question.</summary>
    public static bool IsLost(string line) => Words.HasAny(
        line,
        "what you mean", "what do you mean", "what that means", "what this means", "dont understand", "do not understand", "dont follow", "not with you", "dont get it", "dont get what", "doesnt make sense", "makes no sense", "confused by", "come again", "you what", "what you want me to say", "say that again", "in what way", "such as", "like what", "for example", "what you are asking", "what youre asking", "what your asking");

    /// <summary>Without the words that only add force: "all the blooming time".</summary>
    public static string WithoutSwearing(string line) => Force.Aggregate(line, (text, word) => text.Replace($" {word} ", " ", StringComparison.Ordinal));

    private static string Trimmed(string line)
    {
        var rest = line.Trim() + " ";
        for (var lead = Leads.FirstOrDefault(word => rest.StartsWith(word + " ", StringComparison.Ordinal)); lead is not null; lead = Leads.FirstOrDefault(word => rest.StartsWith(word + " ", StringComparison.Ordinal)))
        {
            rest = rest[(lead.Length + 1)..];
        }

        return rest;
    }
}
