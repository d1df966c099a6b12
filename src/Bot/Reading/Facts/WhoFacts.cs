using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Who it is about and who is around: "I look after my wife", "my son helps", "I'm only next door".</summary>
internal static class WhoFacts
{
    private static readonly ImmutableArray<string> Mine = ["my", "our", "me", "about", "for", "after", "with", "of", "the"];

    /// <summary>Before "my mum": she is the one it is about.</summary>
    private static readonly ImmutableArray<string> AboutThem =
    [
        "about", "after", "looking after", "look after", "looks after", "care for", "caring for", "cares for", "help for", "support for", "worried about", "concerned about", "helping", "see to", "supporting", "on behalf of", "behalf of", "here for", "ringing for", "asking for", "carer for", "on about", "worry about", "dealing with", "wash", "dress", "lift", "washing", "dressing", "bathing", "lifting", "feeding", "get help for",
    ];

    /// <summary>After "my mum": what is said of one who needs help.</summary>
    private static readonly ImmutableArray<string> Needing =
    [
        "has", "have", "had", "got", "s got", "needs", "need", "cant", "cannot", "wont", "keeps", "fell", "fallen", "struggles", "struggling", "suffers", "is disabled", "is ill", "is poorly", "isnt well", "is in hospital", "was diagnosed", "is blind", "is deaf", "is getting", "is coming home", "is being discharged", "was in hospital", "doesnt", "isnt", "is not", "refuses", "forgets", "wanders", "lives alone", "lives on", "lives by", "is autistic", "is bedbound", "is housebound", "uses a", "is in a wheelchair", "stopped", "has stopped", "is nearly", "turns", "is turning", "hasnt", "never leaves", "died and",
    ];

    /// <summary>After "my son": what is said of one who helps, or is simply there.</summary>
    private static readonly ImmutableArray<string> Helping =
    [
        "helps", "help me", "does", "do my", "comes", "come round", "pops", "visits", "rings", "phones", "shops", "cooks", "cleans", "works", "drives", "lives near", "lives nearby", "lives miles", "lives away", "lives abroad", "lives in", "is in", "are in", "brings", "takes", "sees to", "sorts", "looks after", "cares for", "keeps an eye", "holds", "is miles", "is away", "is ten", "lives ten", "lives twenty", "should be in", "could be in", "wants to be", "is a nurse", "stays", "calls", "checks", "says", "said", "thinks", "told", "has a key", "has power of attorney", "gives", "is good", "are good", "next door", "down the road", "up the road", "across the road", "over the road",
    ];

    /// <summary>Who it is about, in a message; the helpers are left to <see cref="NetworkFacts"/>.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        var people = message.Clauses.SelectMany(PersonOf).ToList();
        var kins = people.Select(person => person.Kin).Distinct().ToList();
        if (kins.Count > 0)
        {
            var words = people[0].Clause.Text;
            yield return new VolunteeredFact(FactIds.PersonIs, new TextValue(string.Join(" and ", kins)), words);
            yield return new VolunteeredFact(FactIds.Relation, new TextValue(Kin.OtherOf(kins[0])), words);
            yield return new VolunteeredFact(FactIds.AboutWho, new ChoiceValue("other"), words);
        }
        else if (message.Clauses.FirstOrDefault(IsNextDoor) is { } next)
        {
            yield return new VolunteeredFact(FactIds.Relation, new TextValue("neighbour"), next.Text);
            yield return new VolunteeredFact(FactIds.AboutWho, new ChoiceValue("other"), next.Text);
        }
        else if (message.Clauses.FirstOrDefault(IsOwnNeed) is { } own)
        {
            yield return new VolunteeredFact(FactIds.AboutWho, new ChoiceValue("me"), own.Text);
        }
    }

    /// <summary>The kin a clause speaks of as somebody who helps or is around; null when it speaks of none, or as the one in need.</summary>
    public static string? HelperIn(MessagePart clause)
    {
        foreach (var (at, kin) in KinWords(clause))
        {
            var after = After(clause, at);
            if (!IsAboutThem(clause, at) && Helping.Any(phrase => after.StartsWith($" {phrase} ", StringComparison.Ordinal)))
            {
                return kin;
            }
        }

        return null;
    }

    private static IEnumerable<(string Kin, MessagePart Clause)> PersonOf(MessagePart clause)
    {
        foreach (var (at, kin) in KinWords(clause))
        {
            var after = After(clause, at);
            var needs = Needing.Any(phrase => after.StartsWith($" {phrase} ", StringComparison.Ordinal)) || IsAge(after);
            var helps = Helping.Any(phrase => after.StartsWith($" {phrase} ", StringComparison.Ordinal));
            if (IsAboutThem(clause, at) || needs && !helps && HasOwner(clause, at))
            {
                yield return (kin, clause);
            }
        }
    }

    private static bool IsNextDoor(MessagePart clause) =>
        clause.Has("im only next door", "im next door", "i live next door", "im the neighbour", "im only the neighbour", "im just the neighbour", "its the neighbour", "im her neighbour", "im his neighbour", "im a neighbour", "im their neighbour", "next door neighbour", "my neighbour", "our neighbour", "lady next door to me", "man next door to me") && !clause.Has("helps", "pops", "takes", "brings", "does my", "comes in");

    private static bool IsOwnNeed(MessagePart clause) =>
        clause.Has("i need help", "i need some help", "i need a hand", "i cant", "i cannot", "i struggle", "im struggling", "ive had a stroke", "i had a stroke", "i have a progressive", "i live alone", "i live on my own", "for myself", "i use a wheelchair", "im disabled", "i am disabled", "i keep falling", "i fell", "ive fallen", "im blind", "im deaf", "im in a wheelchair", "i have ms", "ive got ms", "i have parkinsons", "my own flat", "own place", "me own", "i live with", "run out of puff", "run out of breath", "get out of breath", "im breathless", "i get breathless")
        || clause.Begins("i have", "ive got", "i am", "im") && ConditionFacts.Find(clause.Line).Any();

    private static bool IsAge(string after)
    {
        var word = after.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(piece => Names.Of(piece, isAfterKin: false) is null) ?? "";
        return word.Length is 2 or 3 && word.All(char.IsAsciiDigit) || word is "is" && after.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1)?.All(char.IsAsciiDigit) == true;
    }

    private static bool HasOwner(MessagePart clause, int at)
    {
        var before = clause.Line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return before.Length == 0 || Mine.Contains(before[^1]) || before[^1] is "and" or "so" or "but" or "because" || before.Length > 1 && Mine.Contains(before[^2]);
    }

    private static bool IsAboutThem(MessagePart clause, int at)
    {
        var before = clause.Line[..(at + 1)];
        return AboutThem.Any(phrase => before.EndsWith($" {phrase} my ", StringComparison.Ordinal) || before.EndsWith($" {phrase} our ", StringComparison.Ordinal) || before.EndsWith($" {phrase} me ", StringComparison.Ordinal) || before.EndsWith($" {phrase} ", StringComparison.Ordinal))
            || before.EndsWith(" and ", StringComparison.Ordinal) && AboutThem.Any(phrase => before.Contains($" {phrase} my ", StringComparison.Ordinal))
            || before.EndsWith(" its my ", StringComparison.Ordinal) || before.EndsWith(" its about ", StringComparison.Ordinal) || before.EndsWith(" it is my ", StringComparison.Ordinal);
    }

    private static IEnumerable<(int At, string Kin)> KinWords(MessagePart clause)
    {
        var at = 0;
        foreach (var word in clause.Line.Trim().Split(' '))
        {
            if (Kin.Of(word) is { } kin)
            {
                yield return (at, kin);
            }

            at += word.Length + 1;
        }
    }

    private static bool IsName(MessagePart clause, int index) =>
        index < clause.Written.Length && Names.Of(clause.Written[index], isAfterKin: true) is not null;

    /// <summary>What stands behind the word, a name and a plural or possessive s left out.</summary>
    private static string After(MessagePart clause, int at)
    {
        var rest = clause.Line[(at + 1)..];
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isNamed = words.Length > 1 && IsName(clause, clause.Count - words.Length + 1);
        var last = words[isNamed ? 1 : 0];
        var isShort = last.EndsWith('s') && (isNamed ? clause.Written[clause.Count - words.Length + 1].Contains('\'', StringComparison.Ordinal) : Kin.Of(last[..^1]) is not null);
        var behind = words.Skip(isNamed ? 2 : 1).ToList();
        return $" {(isShort && behind.FirstOrDefault() != "got" ? "is " : "")}{string.Join(' ', behind)} ";
    }
}
