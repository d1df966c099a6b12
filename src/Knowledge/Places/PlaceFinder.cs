using System.Text.RegularExpressions;
using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Knowledge.Places;

/// <summary>Finds the place that a message names: a postcode first, then the name of a settlement, then a misspelt name of our own area.</summary>
internal sealed partial class PlaceFinder(Gazetteer gazetteer)
{
    private const int LongestName = 4;
    private static readonly string[] Before = ["in", "near", "at", "from", "around", "round", "outside", "nr", "to", "by", "cover", "covers", "of", "for", "live", "lives"];
    private static readonly string[] Surely = ["live in", "lives in", "living in", "lived in", "moved to", "moving to", "based in", "im in", "were in", "shes in", "hes in", "theyre in", "am in", "are in", "is in", "near", "nr", "outside", "from", "around", "cover", "covers", "flat in", "house in", "bungalow in"];
    private static readonly string[] After = ["area", "way", "direction", "district", "side", "town"];

    public Place? Find(string text) => Postcode(text) ?? Named(text);

    private Place? Postcode(string text)
    {
        foreach (Match match in PostcodePattern().Matches(text))
        {
            var outcode = match.Groups["out"].Value.ToUpperInvariant();
            var digit = match.Groups["sector"].Value;
            var entry = gazetteer.ByPostcode.GetValueOrDefault($"{outcode} {digit}") ?? gazetteer.ByPostcode.GetValueOrDefault(outcode);
            if (entry is not null && (digit.Length > 0 || LooksLikeAnOutcode(match.Value)))
            {
                return Say(entry, digit.Length > 0 ? $"{outcode} {digit}{match.Groups["unit"].Value.ToUpperInvariant()}" : outcode, match.Value);
            }
        }

        return null;
    }

    // "b6" and "m25" are also a vitamin and a road: an outcode alone needs two letters, or capitals.
    private static bool LooksLikeAnOutcode(string written) => char.IsLetter(written[1]) || char.IsUpper(written[0]) && !char.IsLetter(written[1]) && written[0] is not ('M' or 'A');

    private Place? Named(string text)
    {
        var words = WordPattern().Matches(text).ToArray();
        var keys = words.Select(word => GazetteerFiles.Key(word.Value)).ToArray();
        Place? misspelt = null;
        for (var at = 0; at < keys.Length; at++)
        {
            for (var count = Math.Min(LongestName, keys.Length - at); count > 0; count--)
            {
                var name = string.Join(' ', keys[at..(at + count)]);
                if (gazetteer.ByName.TryGetValue(name, out var entry) && IsMeant(entry, text, words, keys, at, count))
                {
                    return Say(entry, entry.Name, text[words[at].Index..(words[at + count - 1].Index + words[at + count - 1].Length)]);
                }
            }

            misspelt ??= Misspelt(words, keys, at);
        }

        return misspelt;
    }

    private bool IsMeant(GazetteerEntry entry, string text, Match[] words, string[] keys, int at, int count)
    {
        var name = string.Join(' ', keys[at..(at + count)]);
        var next = at + count < keys.Length ? keys[at + count] : "";
        if (next is "road" or "street" or "lane" or "avenue" or "close" or "drive" or "grove" or "terrace" or "house")
        {
            return count == 1 && entry.Rank <= 1 && !gazetteer.OrdinaryWords.Contains(name);
        }

        var surely = IsSurely(keys, at) || After.Contains(next);
        if (gazetteer.OrdinaryWords.Contains(name))
        {
            var capital = char.IsUpper(words[at].Value[0]) && text.Any(char.IsLower);
            return surely && (capital || entry.Patch is not null && !next.StartsWith("20", StringComparison.Ordinal) && keys[at - 1] != "from");
        }

        var alone = words.Length == count;
        return surely || alone || entry.Rank <= 2 || entry.Patch is not null && entry.Rank <= 3 || count > 1 && entry.Rank <= 4 || at > 0 && Before.Contains(keys[at - 1]) && name.Length > 3;
    }

    private static bool IsSurely(string[] keys, int at) =>
        at > 0 && (Surely.Contains(keys[at - 1]) || at > 1 && Surely.Contains($"{keys[at - 2]} {keys[at - 1]}"));

    // One wrong letter in a name of five letters or more, two in eight or more; only after "in", "near" and the like.
    private Place? Misspelt(Match[] words, string[] keys, int at)
    {
        var word = keys[at];
        if (word.Length < 5 || at == 0 || !Before.Contains(keys[at - 1]) || gazetteer.OrdinaryWords.Contains(word))
        {
            return null;
        }

        var found = gazetteer.OwnNames
            .Where(name => name[0] == word[0] && Math.Abs(name.Length - word.Length) <= 2)
            .Select(name => (Name: name, Far: EditDistance.Between(word, name, 2)))
            .Where(pair => pair.Far <= (pair.Name.Length >= 8 ? 2 : 1) && pair.Name.Length >= 5 && !gazetteer.OrdinaryWords.Contains(pair.Name))
            .OrderBy(pair => pair.Far)
            .ThenBy(pair => gazetteer.ByName[pair.Name].Rank)
            .FirstOrDefault();
        return found.Name is null ? null : Say(gazetteer.ByName[found.Name], gazetteer.ByName[found.Name].Name, words[at].Value);
    }

    private static Place Say(GazetteerEntry entry, string name, string matched) =>
        new(name, entry.Latitude, entry.Longitude, entry.Outcode, entry.Patch is not null, entry.Patch, entry.Patch is null ? entry.CouncilName : null, matched);

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<out>[A-Za-z]{1,2}[0-9][0-9A-Za-z]?)(?:\s*(?<sector>[0-9])(?<unit>[A-Za-z]{2}))?(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PostcodePattern();

    [GeneratedRegex(@"[\p{L}][\p{L}'’]*|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
