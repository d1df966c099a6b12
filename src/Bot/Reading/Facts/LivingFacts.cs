using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Lives alone or not, knows that we are asked or not, nights, and how a budget should be held.</summary>
internal static class LivingFacts
{
    private const int ShortClause = 4;

    /// <summary>The facts in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        foreach (var clause in message.Clauses.Where(clause => !clause.IsAsked))
        {
            if (Alone(clause) is { } alone)
            {
                yield return new VolunteeredFact(FactIds.LivesAlone, new YesNoValue(alone), clause.Text);
            }

            if (Knows(clause) is { } knows)
            {
                yield return new VolunteeredFact(FactIds.PersonKnows, new YesNoValue(knows), clause.Text);
            }
        }

        foreach (var sentence in message.Sentences.Where(sentence => !sentence.IsAsked))
        {
            if (IsBrokenNight(sentence))
            {
                yield return new VolunteeredFact(FactIds.Nights, new YesNoValue(true), sentence.Text);
            }

            if (IsNoCarer(sentence))
            {
                yield return new VolunteeredFact(FactIds.NotACarer, new YesNoValue(true), sentence.Text);
            }

            if (Holding(sentence) is { } holding)
            {
                yield return new VolunteeredFact(FactIds.Holding, new ChoiceValue(holding), sentence.Text);
            }
        }
    }

    private static bool? Alone(MessagePart clause)
    {
        var isAlone = clause.Has("lives alone", "live alone", "living alone", "lives on her own", "lives on his own", "live on my own", "living on my own", "living on her own", "living on his own", "lives by herself", "lives by himself", "live by myself", "all on her own", "all on his own", "lives on their own", "now lives alone", "on me own since", "on my own since", "lives on her tod", "lives on his tod")
            || clause.Begins("on her own", "on his own", "on my own", "all alone", "alone since", "on me own") && !clause.Has("tonight", "now", "for", "till", "until", "today");
        var isNot = clause.Has("doesnt live alone", "dont live alone", "doesnt live on", "dont live on my own", "not on her own", "not on his own", "lives with me", "lives with us", "live with my", "live with mum", "live with dad", "live with them", "lives with her", "lives with his", "lives with my", "we live with", "live together", "lives at home with", "i live with", "he lives with", "she lives with", "living with my", "living with us", "moved in with");
        return isNot ? false : isAlone && !clause.Has("used to", "never lived", "scared to", "couldnt", "wants to", "could", "if") ? true : null;
    }

    private static bool? Knows(MessagePart clause)
    {
        var isToldNot = clause.Has("dont know im", "doesnt know im", "dont know i", "doesnt know i", "dont know that i", "doesnt know that i", "dont know ive", "doesnt know ive", "hasnt been told", "havent told him", "havent told her", "havent told them", "not told him", "not told her", "not told them", "behind his back", "behind her back", "without them knowing", "without him knowing", "without her knowing", "theyd be cross if they knew", "hed go mad if he knew", "shed go mad if she knew", "no idea im ringing", "no idea im");
        var isTold = clause.Has("knows im", "know im", "knows i", "knows that im", "asked me to", "told me what to", "is sat here", "is sitting here", "sat next to me", "sitting next to me", "next to me", "happy for me to", "said i could", "knows about this", "shes here with me", "hes here with me", "with his permission", "with her permission", "with their permission", "told me to ring", "told me to write", "wants me to ring", "wants me to ask");
        isTold = isTold || clause.Count <= ShortClause && clause.Has("he knows", "she knows", "they know") && !clause.Has("what", "how", "who", "where", "when", "me", "him", "her", "them", "everyone", "everybody", "best");
        return isToldNot ? false : isTold && !clause.Has("dont", "doesnt", "not", "if") ? true : null;
    }

    // Somebody is up and somebody listens: also "I get perhaps four hours".
    private static bool IsBrokenNight(MessagePart sentence) =>
        sentence.Has(
            "up three or four times", "up two or three times", "up four or five times", "up most nights", "up all night", "up every night", "up at night", "up in the night", "up during the night", "up half the night", "up through the night", "broken nights", "with her most nights", "with him most nights", "up with her", "up with him", "wanders at night", "wandering at night", "wanders in the night", "awake all night", "awake most of the night", "nights are bad", "nights are the worst", "nights are terrible", "no sleep", "hardly sleep", "dont get much sleep", "not sleeping", "dont sleep", "doesnt sleep", "wakes me", "wakes us", "times a night", "times in the night", "sleep with one ear", "one night's sleep", "one nights sleep", "a nights sleep", "a good nights sleep", "up and down all night", "up and down at night", "four hours sleep", "three hours sleep", "gets up at night", "gets up in the night")
        || sentence.Has("up") && sentence.Has("times") && sentence.Has("listen", "listening", "hear her", "hear him")
        || sentence.Has("i get", "i only get", "im getting") && sentence.Has("hours sleep", "hours of sleep", "perhaps four hours", "four hours a night", "three hours a night");

    private static bool IsNoCarer(MessagePart sentence) =>
        sentence.Has("not her carer", "not his carer", "not a carer", "not their carer", "not mums carer", "not dads carer", "dont call me a carer", "not my wifes carer", "not my husbands carer", "im no carer", "never call me a carer", "i am not the carer", "not the carer", "wouldnt call myself a carer", "dont see myself as a carer", "dont think of myself as a carer");

    private static string? Holding(MessagePart sentence)
    {
        var isChosen = sentence.Count <= 6 || sentence.Has("want", "would like", "id like", "prefer", "prefers", "rather", "choose", "please", "go for", "have it as", "take it as", "run it himself", "run it herself", "run it myself", "hell run it", "shell run it", "ill run it");
        return !isChosen || sentence.Has("what is", "whats", "how does", "dont want") ? null
            : sentence.Has("direct payment", "direct payments", "paid to me", "paid to him", "paid to her", "run it himself", "run it herself", "run it myself") ? "direct_payment"
            : sentence.Has("council to look after it", "council run it", "council manage it", "council managed", "council to manage", "you look after the money", "you run it", "council arrange it", "leave it with the council") ? "council_managed"
            : sentence.Has("managed account", "third party", "charity run it", "charity to look after", "local organisation to manage", "an organisation to manage") ? "third_party"
            : null;
    }
}
