namespace TransformingLives.Training;

/// <summary>Makes a lesson a little different each time: slips of the finger, and an ordinary question before or after it.</summary>
internal sealed class Slips(Random random, IReadOnlyList<string> asides)
{
    private const double AsideShare = 0.12;
    private const double SlipShare = 0.35;
    private const int LongestWithAside = 160;
    private const int ShortestWithSlip = 8;
    private const int LettersToASlip = 40;

    public string Vary(string text)
    {
        if (random.NextDouble() < AsideShare && text.Length < LongestWithAside)
        {
            var aside = asides[random.Next(asides.Count)];
            text = random.Next(2) == 0 ? $"{aside.TrimEnd('.', '?')}. {text}" : $"{text.TrimEnd('.')}. {aside}";
        }

        return random.NextDouble() < SlipShare && text.Length >= ShortestWithSlip ? Slip(text) : text;
    }

    private string Slip(string text)
    {
        var letters = text.ToList();
        for (var left = 1 + random.Next(Math.Max(1, text.Length / LettersToASlip)); left > 0; left--)
        {
            var at = random.Next(1, letters.Count - 2);
            switch (random.Next(4))
            {
                case 0 when char.IsLetter(letters[at]):
                    letters.RemoveAt(at);
                    break;
                case 1:
                    (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                    break;
                case 2 when char.IsLetter(letters[at]):
                    letters.Insert(at, letters[at]);
                    break;
                case 3 when letters[at] is '.' or ',' or '\'':
                    letters.RemoveAt(at);
                    break;
            }
        }

        return string.Concat(letters);
    }
}
