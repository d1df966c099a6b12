using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>Whether a message speaks of somebody else's danger or of one's own.</summary>
internal static class Somebody
{
    public static bool Else(string text)
    {
        var words = Words.All(text);
        var own = words.Count(word => word is "i" or "im" or "ive" or "ill" or "me" or "my" or "myself");
        var other = words.Count(word => word is "he" or "hes" or "she" or "shes" or "they" or "him" or "her" or "his" or "them" or "himself" or "herself" || Kin.Of(word) is not null);
        return other > 0 && (other > own || Words.HasAny(Words.Line(text), "he said", "she said", "he says", "she says", "hes been", "shes been", "he wants", "she wants", "told me"));
    }
}
