using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Names said in passing: "my husband Derek", "i am colin", "Tina is my support worker".</summary>
internal static class NameFacts
{
    private static readonly ImmutableArray<string> OwnLeads = ["i am", "im", "my name is", "my names", "this is", "its", "name is"];
    private static readonly ImmutableArray<(string Lead, string[] Words)> OwnLeadWords = [.. OwnLeads.Select(lead => (lead, lead.Split(' ')))];

    private static readonly ImmutableArray<string> Roles = ["support worker", "social worker", "key worker", "keyworker", "carer", "nurse", "care worker", "cleaner", "advocate", "befriender"];

    /// <summary>The names in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        foreach (var sentence in message.Sentences)
        {
            foreach (var fact in Of(sentence, message.Sentences.Length == 1))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<VolunteeredFact> Of(MessagePart sentence, bool isAlone)
    {
        var words = sentence.Text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var plain = words.Select(Plain).ToArray();
        for (var i = 1; i < words.Length; i++)
        {
            if (KinBefore(plain, i) is { } kin && Names.Of(words[i], isAfterKin: true) is { } name)
            {
                yield return new VolunteeredFact($"{FactIds.Helper}.{kin}", new TextValue(name), sentence.Text);
            }
        }

        if (OwnName(sentence, words, plain, isAlone) is { } own)
        {
            yield return new VolunteeredFact(FactIds.SpeakerName, new TextValue(own), sentence.Text);
        }

        if (Roles.FirstOrDefault(role => sentence.Has(role)) is { } role && !sentence.Has($"not her {role}", $"not his {role}", $"not a {role}"))
        {
            foreach (var name in words.Select(word => Names.Of(word, isAfterKin: false)).OfType<string>().Take(1))
            {
                yield return new VolunteeredFact($"{FactIds.Helper}.{role}", new TextValue(name), sentence.Text);
            }
        }
    }

    private static string? KinBefore(string[] plain, int i) =>
        Kin.Of(plain[i - 1]) ?? (plain[i - 1] is "called" or "named" && i > 1 ? Kin.Of(plain[i - 2]) : null);

    private static string? OwnName(MessagePart sentence, string[] words, string[] plain, bool isAlone)
    {
        foreach (var (lead, parts) in OwnLeadWords)
        {
            for (var i = 0; i + parts.Length < words.Length; i++)
            {
                var isLead = plain.AsSpan(i, parts.Length).SequenceEqual(parts);
                if (isLead && (lead != "its" || i == 0) && Names.Of(words[i + parts.Length], isAfterKin: false) is { } name && (lead is not ("its" or "this is") || words.Length <= 4))
                {
                    return i + parts.Length + 1 < words.Length && Names.Of(words[i + parts.Length + 1], isAfterKin: true) is { } last && char.IsUpper(words[i + parts.Length + 1][0]) ? $"{name} {last}" : name;
                }
            }
        }

        // "PE15 joan": a postcode and a name, and nothing else.
        return isAlone && words.Length == 2 && words[0].Any(char.IsAsciiDigit) && Names.Of(words[1], isAfterKin: false) is { } signed && !sentence.IsAsked ? signed : null;
    }

    private static string Plain(string word) => Words.Line(word).Trim();
}
