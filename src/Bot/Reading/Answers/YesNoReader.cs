using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>Yes or no, said outright, in an echo of the question ("I do", "they haven't"), or in what follows from the question.</summary>
internal static class YesNoReader
{
    private static readonly ImmutableArray<string> Leads =
    [
        "oh", "ooh", "ah", "aw", "er", "erm", "um", "well", "so", "and", "hmm", "mm", "i think", "i would say", "id say", "to be honest", "tbh", "honestly", "actually", "as it happens", "at the moment", "for the time being", "for the moment", "for now", "at present", "right now", "i suppose", "i guess", "ok so", "my answer is", "the answer is", "probably", "most definitely", "most certainly", "god", "lord", "ha", "haha", "lol",
    ];

    private static readonly ImmutableArray<string> Yes =
    [
        "yes", "yeah", "yeh", "yea", "yep", "yup", "yh", "yhh", "ye", "yess", "yas", "ya", "aye", "ok", "okay", "okey dokey", "oki", "sure", "surely", "correct", "right", "thats right", "that is right", "thats correct", "thats me", "thats it", "true", "definitely", "deffo", "defo", "absolutely", "certainly", "of course", "course", "indeed", "affirmative", "y",
        "go on", "go on then", "go ahead", "go for it", "crack on", "fire away", "please", "please do", "by all means", "thats fine", "fine", "fine by me", "fine with me", "im fine with that", "no problem", "no problem with that", "no worries", "no bother", "no objection", "no objections", "not a problem", "i dont mind", "dont mind if i do", "dont see why not", "i dont see why not", "why not", "if you like", "if you want", "if you must", "if i have to", "if that counts", "suppose so", "guess so", "think so", "believe so", "should think so", "should hope so", "id hope so", "i would hope so", "hope so", "expect so", "so im told",
        "too right", "you bet", "you can", "you may", "afraid so", "unfortunately", "sadly", "happy to", "happy with that", "im happy", "im happy with that", "happy for you to", "very much so", "all the time", "always", "mostly", "most of the time", "just about", "a bit", "a little", "a little bit", "lets", "lets do it", "i agree", "agreed", "without a doubt", "no doubt", "100 percent", "spot on", "very", "been and gone", "thats the one", "already have", "already do", "both of us do", "we both do",
    ];

    private static readonly ImmutableArray<string> No =
    [
        "no", "nope", "nah", "na", "naw", "nay", "noo", "nooo", "no way", "no chance", "n", "never", "never have", "not really", "not at all", "not any more", "not anymore", "no longer", "not yet", "not now", "not ever", "not today", "not likely", "not a chance", "not a soul", "not one", "not a thing", "not a bit", "not much", "not that i know of", "not that im aware of", "not that i", "not that id", "not if i can help it", "not as far as i know", "not to my knowledge", "not that i remember", "not for me", "not thanks", "not me", "not us", "not a hope", "not particularly", "not especially", "not so far", "not recently", "not lately", "not this time", "not since", "not without help", "not on my own", "not by myself", "not happy", "not happy with that",
        "i dont think so", "dont think so", "i doubt it", "doubt it", "nobody", "no one", "noone", "none", "nothing", "neither", "nowt", "nil", "zero", "negative", "hardly", "hardly ever", "barely", "i wish", "wish i did", "wish i had", "wish i could", "if only", "chance would be a fine thing", "fat chance", "as if", "in my dreams", "you must be joking", "youre joking", "you are joking", "are you joking", "pull the other one", "thats a joke", "dont make me laugh", "some hope", "id rather not", "i would rather not", "id rather you didnt", "id prefer not", "rather not", "please dont", "dont", "dont want to", "false", "wrong", "incorrect", "thats wrong", "still waiting", "im still waiting", "bugger all", "never mind", "leave it", "give over",
    ];

    private static readonly ImmutableArray<string> Doubt =
    [
        "yes and no", "sort of", "kind of", "maybe", "perhaps", "possibly", "depends", "that depends", "sometimes", "some times", "some days", "on and off", "off and on", "now and then", "now and again", "occasionally", "might", "might be", "could be", "not always", "not every", "5050", "50 50", "so so", "up and down", "in a way", "in between", "either", "whichever", "whatever", "i used to", "used to", "more or less", "not exactly", "not quite", "half and half", "partly", "for now", "not entirely", "not completely", "not all the time", "if", "unless", "would it", "good days and bad days",
    ];

    private static readonly ImmutableArray<string> Subjects = ["i", "we", "he", "she", "they", "it", "there", "that", "someone", "somebody", "everyone", "everybody", "you", "people", "both"];

    private static readonly ImmutableArray<string> Echoes = ["do", "does", "did", "am", "is", "are", "was", "were", "have", "has", "had", "can", "will", "would", "could", "should", "shall", "want", "need", "use"];

    // What may stand before an echo without changing it: "outside I do".
    private static readonly ImmutableArray<string> Openings = ["outside", "inside", "indoors", "outdoors", "out", "at", "home", "still", "well", "oh", "ah", "both", "of", "us", "course", "no", "yes", "and", "our", "my", "her", "his", "in", "the", "house", "upstairs", "downstairs", "actually", "now", "luckily", "thankfully", "sadly", "unfortunately"];

    private static readonly ImmutableArray<string> Denials = ["dont", "doesnt", "didnt", "isnt", "aint", "ent", "int", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "avent", "cant", "cannot", "wont", "wouldnt", "couldnt", "shouldnt", "never", "not", "dinnae", "cannae", "havnt", "hasent", "havent"];

    /// <summary>Yes or no to a question; null when it is neither, or both.</summary>
    public static bool? Read(string text, string question)
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            return text.Contains("👍", StringComparison.Ordinal) || text.Contains('✅') ? true : text.Contains("👎", StringComparison.Ordinal) || text.Contains('❌') ? false : null;
        }

        var line = Asides.WithoutSwearing(WithoutQuestions(text));
        if (line.Trim().Length == 0 || Refused(line) || Words.HasAny(line, "yes and no", "yes or no", "yeah no", "no yeah", "yes no", "no yes"))
        {
            return null;
        }

        var corrected = Corrected(text);
        if (corrected is not null && Plain(corrected) is { } changed)
        {
            // "Yes last week, actually no it was the week before" takes back the week and not the yes.
            return Outright(line) == !changed && corrected.Count(letter => letter == ' ') > 5 ? null : changed;
        }

        if (corrected is not null && Outright(line) is not null)
        {
            return null;
        }

        return Plain(line) ?? (Asides.DoesNotKnow(line) || Asides.AsksBack(line) || Asides.IsLost(line) ? null : YesNoFromQuestion.Read(line, question) ?? Echo(line, question));
    }

    /// <summary>Yes or no said outright, whatever was asked.</summary>
    public static bool? Plain(string line)
    {
        if (Outright(line) is not { } said)
        {
            return null;
        }

        var rest = Trimmed(line);
        if (Words.HasAny(line, "yes and no", "not sure", "dont know", "dunno", "no idea", "hard to say", "no clue", "cant say", "cant remember", "couldnt say", "couldnt tell you", "i forget", "no comment") || said && Words.HasAny(rest, "no", "nope", "nah") && !Words.HasAny(rest, "no problem", "no worries", "no bother", "no objection", "no objections", "no doubt", "no help", "no trouble", "no thanks to", "no bother"))
        {
            return null;
        }

        return !said && Words.HasAny(rest, "yes", "yeah", "yep", "yes i do", "well yes") && !Words.HasAny(rest, "say yes", "said yes") ? null : said;
    }

    // The words at the start; then, "yes" or "no" at the very end.
    private static bool? Outright(string line)
    {
        var rest = Trimmed(line);
        var yes = Longest(rest, Yes);
        var no = Longest(rest, No);
        var doubt = Longest(rest, Doubt);
        if (doubt > Math.Max(yes, no))
        {
            return Ends(rest, "yes", "yeah", "yep") ? true : Ends(rest, "no", "nope") ? false : null;
        }

        if (yes != no)
        {
            return yes > no ? NeedsWhole(rest, yes) ? null : true : NeedsWholeNo(rest, no) ? null : false;
        }

        return Ends(rest, "yes", "yeah", "yep", "yes please", "i do yes", "id hope so", "should hope so", "would hope so", "should think so", "if that counts", "if it counts", "if you count that") && !Words.HasAny(rest.Replace(" if that counts ", " ", StringComparison.Ordinal).Replace(" if it counts ", " ", StringComparison.Ordinal).Replace(" if you count that ", " ", StringComparison.Ordinal), "no", "not", "never", "if", "say") ? true
            : Ends(rest, "so no", "then no", "is no", "no thanks", "no thank you") && !Words.HasAny(rest, "yes", "if") ? false : null;
    }

    // "Right", "fine", "please", "very": only alone, or nearly so, do they mean yes.
    private static bool NeedsWhole(string rest, int length)
    {
        var said = rest.Trim();
        string[] weak = ["right", "fine", "please", "very", "unfortunately", "sadly", "always", "a bit", "a little", "mostly", "true", "go on", "course", "y", "ya", "ye", "sure", "if you want", "just about", "most of the time", "all the time", "lets", "thats it"];
        return weak.Contains(said.Length >= length ? said[..length] : said) && said.Length > length + 14 || said.StartsWith("sure if", StringComparison.Ordinal) || said.StartsWith("right so", StringComparison.Ordinal);
    }

    private static bool NeedsWholeNo(string rest, int length)
    {
        var said = rest.Trim();
        string[] weak = ["nobody", "no one", "noone", "none", "nothing", "neither", "hardly", "barely", "dont", "n", "na", "never", "wrong", "leave it", "never mind", "not one", "not much", "as if", "not since", "zero", "nil", "not me", "no longer"];
        return weak.Contains(said.Length >= length ? said[..length] : said) && said.Length > length + 24 || said.StartsWith("no matter", StringComparison.Ordinal) || said.StartsWith("no different", StringComparison.Ordinal) || said.StartsWith("dont worry", StringComparison.Ordinal) || said.StartsWith("never sure", StringComparison.Ordinal) || said.StartsWith("dont know", StringComparison.Ordinal);
    }

    // "They ent", "I can but not far", "our Karen would".
    private static bool? Echo(string line, string question)
    {
        var but = line.IndexOf(" but ", StringComparison.Ordinal);
        line = but > 0 ? line[..(but + 1)] : line;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 9 || Doubt.Any(word => Words.HasAny(line, word)) || Words.HasAny(line, "who", "what", "why", "all that", "think", "told", "said", "says"))
        {
            return null;
        }

        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (i > 0 && words[..i].Any(word => !Openings.Contains(word)))
            {
                break;
            }

            if (i == 0 && Denials.Contains(words[0]) && words[0] is not ("not" or "never") && IsSame(words[1..], question))
            {
                return false;
            }

            if (Subjects.Contains(words[i]) && Denials.Contains(words[i + 1]) && (i + 2 == words.Length || IsSame(words[(i + 2)..], question)))
            {
                return false;
            }

            var isShort = i + 2 == words.Length || words[i + 2] is "but" or "not" or "and" or "at" or "in" or "on" or "thanks" or "thank" or "just" or "now" or "already" or "yes" or "love" or "duck" or "actually" or "still" or "with" || words.Length <= 4 && words[i + 2] is not ("not" or "never" or "no");
            if (Subjects.Contains(words[i]) && Echoes.Contains(words[i + 1]) && isShort && !(i + 2 < words.Length && words[i + 2] is "not" && words.Length == i + 3) && Matches(words[i + 1], question))
            {
                return !(i + 2 < words.Length && words[i + 2] is "not" && i == 0 && words.Length <= 4);
            }
        }

        return null;
    }

    // "I can't manage it" denies the question; "I can't complain" says nothing of it.
    private static bool IsSame(string[] rest, string question) => rest.Length <= 5 && rest.Any(word => word is "it" or "them" or "one" or "any" or "that" or "so" or "yet" or "really" or "anymore" or "been" or "come" or "at" or "ever" || word.Length > 3 && Words.HasAny(question, word, word + "s", word + "ing"));

    // The verb of the answer is the question's: "Do you…?" "I do".
    private static bool Matches(string verb, string question)
    {
        string[][] families = [["do", "does", "did"], ["am", "is", "are", "was", "were"], ["have", "has", "had"], ["can", "could", "will", "would", "should", "shall", "may"], ["want", "would"], ["need", "needs"], ["use"]];
        return families.Any(family => family.Contains(verb) && Words.HasAny(question, family));
    }

    // "No wait yes I do": what comes after the second thought.
    private static string? Corrected(string text)
    {
        var line = Words.Line(text);
        string[] markers = ["no wait", "wait no", "no hang on", "hang on no", "hang on", "no sorry", "sorry no", "no i mean", "i mean", "i meant", "actually no", "actually yes", "no actually", "scratch that", "scrap that", "i tell a lie", "tell a lie", "wait", "on second thoughts", "come to think of it", "no hold on", "hold on"];
        var last = markers.Select(marker => (marker, at: line.LastIndexOf($" {marker} ", StringComparison.Ordinal))).Where(found => found.at >= 0).OrderByDescending(found => found.at).ThenByDescending(found => found.marker.Length).FirstOrDefault();
        if (last.marker is null)
        {
            return null;
        }

        // "Wait no": the marker itself says which.
        var keep = last.marker.EndsWith(" no", StringComparison.Ordinal) || last.marker.EndsWith(" yes", StringComparison.Ordinal) ? last.marker[(last.marker.LastIndexOf(' ') + 1)..] : "";
        var rest = line[(last.at + last.marker.Length + 1)..];
        return last.at == 0 && last.marker is "hang on" or "hold on" or "i mean" or "wait" && rest.Trim().Length == 0 ? null : $" {keep}{rest}".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static bool Refused(string line) => Asides.Refuses(line) && Words.HasAny(line, "say", "tell", "answer", "discuss", "business", "private", "personal", "comment", "nosy", "nosey", "own", "giving", "skip", "saying", "telling", "question");

    // "Yes, why?": the question is taken out, the yes stays.
    private static string WithoutQuestions(string text)
    {
        if (!text.Contains('?', StringComparison.Ordinal))
        {
            return Words.Line(text);
        }

        var kept = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '.' or '?' or '!' or ',' or '\n')
            {
                if (i == text.Length || text[i] != '?')
                {
                    kept.Add(text[start..i]);
                }

                start = Math.Min(i + 1, text.Length);
            }
        }

        return Words.Line(string.Join(". ", kept));
    }

    private static string Trimmed(string line)
    {
        var rest = line.TrimStart();
        for (var lead = Leads.Where(word => rest.StartsWith(word + " ", StringComparison.Ordinal)).MaxBy(word => word.Length); lead is not null && !IsAllThereIs(rest, lead); lead = Leads.Where(word => rest.StartsWith(word + " ", StringComparison.Ordinal)).MaxBy(word => word.Length))
        {
            rest = rest[(lead.Length + 1)..];
        }

        return $" {rest}";
    }

    private static bool IsAllThereIs(string rest, string lead) => rest.Trim().Length == lead.Length || lead is "i think" or "i suppose" or "i guess" && rest.Trim() == lead + " so";

    private static int Longest(string rest, ImmutableArray<string> phrases) => phrases.Where(phrase => rest.StartsWith($" {phrase} ", StringComparison.Ordinal)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();

    private static bool Ends(string rest, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (rest.EndsWith($" {phrase} ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
