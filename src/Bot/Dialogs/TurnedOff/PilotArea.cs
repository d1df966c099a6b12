using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Steps;

namespace TransformingLives.Bot.Dialogs.TurnedOff;

/// <summary>
/// The assistant is on in some areas only, as Cambridgeshire began with innovation sites. Who hasn't said where they live is asked for the postcode; what they wrote
/// before is kept, and answered as soon as it is one of the areas.
/// </summary>
internal static partial class PilotArea
{
    private const int FewWords = 8;

    /// <summary>The turn to go on with when they live in one of the areas; otherwise what they are told.</summary>
    public static (Turn Turn, bool IsDecided) Look(Turn turn, SwitchedOff pilot, Surroundings around)
    {
        if (IsIn(turn.Conversation, pilot))
        {
            return (turn, false);
        }

        var said = Outcode(turn.Message.Text, pilot.Areas, around);
        var outcode = said ?? Known(turn.Conversation);
        if (outcode is not null && pilot.Areas.Contains(outcode))
        {
            return LetIn(turn, outcode, said is not null, around);
        }

        return (WhileOff.Decide(
            turn.Remember(c => c with { PilotOutcode = outcode }),
            told => outcode is null
                ? told.Say(OffWords.For(pilot, PhraseIds.PilotAsk, around)).Remember(c => c with { Held = c.Held is null ? turn.Message.Text : $"{c.Held}\n{turn.Message.Text}" })
                : told.Say(OffWords.For(pilot, PhraseIds.PilotOutside, around)),
            around), true);
    }

    /// <summary>It is known that they live in one of the areas.</summary>
    public static bool IsIn(Conversation conversation, SwitchedOff pilot) => Known(conversation) is { } outcode && pilot.Areas.Contains(outcode);

    // What was written before the postcode is answered now, as if it had come with it.
    private static (Turn Turn, bool IsDecided) LetIn(Turn turn, string outcode, bool isSaidNow, Surroundings around)
    {
        var held = turn.Conversation.Held;
        turn = turn.Remember(c => c with { PilotOutcode = outcode, Held = null });
        if (held is not null)
        {
            var whole = turn with { Message = turn.Message with { Text = MessageText.Clean(turn.Conversation.OpenQuestion is null ? $"{held}\n{turn.Message.Text}" : held) } };
            return (ReadStep.Run(whole, around), false);
        }

        var isPostcodeAlone = isSaidNow && turn.Concerns.IsEmpty && turn.Conversation.OpenQuestion is null && Words.All(turn.Message.Text).Length <= FewWords;
        return isPostcodeAlone && turn.Conversation.Floor != Floor.Officer
            ? (Remembering.RememberSaid.In(turn.Say(around, PhraseIds.PilotInside).End(EndingIds.Asked), around), true)
            : (turn, false);
    }

    private static string? Known(Conversation conversation) =>
        conversation.PilotOutcode ?? (conversation.Answers["person_postcode"]?.Value is TextValue { Text.Length: > 4 } postcode ? postcode.Text[..^3].Trim() : null);

    // A whole postcode of anywhere; or its first half, where that is one of the areas or a place that we know.
    private static string? Outcode(string text, ImmutableArray<string> areas, Surroundings around) =>
        PostcodeReader.Read(text) is { } postcode ? postcode[..^3].Trim()
        : FirstHalf().Matches(text).Select(match => match.Value.ToUpperInvariant()).FirstOrDefault(areas.Contains)
        ?? (around.Knowledge.FindPlace(text) is { Outcode: { } outcode } place && place.Matched.Any(char.IsAsciiDigit) ? outcode : null);

    [GeneratedRegex("(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][0-9A-Za-z]?(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FirstHalf();
}
