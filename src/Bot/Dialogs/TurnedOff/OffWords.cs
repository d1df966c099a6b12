using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.TurnedOff;

/// <summary>What a resident is told in the place of an answer: numbers to ring, the council's own words, and when to try again.</summary>
internal static class OffWords
{
    private const string Emergency = "999";

    /// <param name="phrase">The phrase around the council's words.</param>
    public static Reply For(SwitchedOff off, string phrase, Surroundings around)
    {
        var values = around.Content.Council.Values(around.IsOpen);
        var again = around.Content.Phrases.Say(off.Again.Length > 0 ? PhraseIds.OffAgainWhen : PhraseIds.OffAgain, values.SetItem("when", off.Again), 0).Text;
        return around.Content.Phrases.Say(phrase, values.SetItem("message", off.Message).SetItem("again", again), 0) with { Numbers = Numbers(around), Phrase = phrase };
    }

    private static ImmutableArray<HelpNumber> Numbers(Surroundings around)
    {
        var council = around.Content.Council;
        return
        [
            around.IsOpen || council.DutyPhone.Length == 0
                ? Number("Ring us", council.Phone, council.HoursInWords)
                : Number("Ring us now", council.DutyPhone, ""),
            Number("In danger", Emergency, ""),
        ];
    }

    private static HelpNumber Number(string label, string number, string note) => new(label, number, string.Concat(number.Where(char.IsAsciiDigit)), note);
}
