using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>Words for the people around somebody, what they are called, and what the other one is to them.</summary>
internal static class Kin
{
    private static readonly (string Is, string Other, string Words)[] Table =
    [
        ("wife", "husband or wife", "wife wifey missus"),
        ("husband", "husband or wife", "husband hubby hubbie"),
        ("partner", "partner", "partner boyfriend girlfriend fiance fiancee bf gf"),
        ("mother", "son or daughter", "mum mam mom mother mummy ma"),
        ("father", "son or daughter", "dad father daddy pa"),
        ("parents", "son or daughter", "parents"),
        ("son", "parent", "son lad boy"),
        ("daughter", "parent", "daughter"),
        ("children", "parent", "children kids sons daughters lads"),
        ("brother", "brother or sister", "brother bro"),
        ("sister", "brother or sister", "sister sis"),
        ("grandmother", "grandchild", "nan nana gran granny grandma grandmother nanna"),
        ("grandfather", "grandchild", "grandad granddad grandpa grandfather gramps"),
        ("grandson", "grandparent", "grandson"),
        ("granddaughter", "grandparent", "granddaughter"),
        ("aunt", "niece or nephew", "aunt auntie aunty"),
        ("uncle", "niece or nephew", "uncle"),
        ("cousin", "cousin", "cousin"),
        ("niece", "aunt or uncle", "niece"),
        ("nephew", "aunt or uncle", "nephew"),
        ("friend", "friend", "friend mate pal"),
        ("neighbour", "neighbour", "neighbour neighbor nextdoor"),
    ];

    private static readonly FrozenDictionary<string, (string Is, string Other)> ByWord =
        Table.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Is, row.Other))).ToFrozenDictionary(row => row.word, row => (row.Is, row.Other));

    /// <summary>Every word, longest first.</summary>
    public static ImmutableArray<string> All { get; } = [.. ByWord.Keys.OrderByDescending(word => word.Length)];

    /// <summary>"mum" or "mums" → "mother"; null for any other word.</summary>
    public static string? Of(string word) => Find(word)?.Is;

    /// <summary>What the one who speaks is to that person: "son or daughter".</summary>
    public static string OtherOf(string kin) => Table.First(row => row.Is == kin).Other;

    private static (string Is, string Other)? Find(string word) =>
        ByWord.TryGetValue(word, out var found) || word.Length > 3 && word[^1] == 's' && ByWord.TryGetValue(word[..^1], out found) ? found : null;
}
