using System.Collections.Immutable;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>Keeps what a good officer would pick up: it fills questions, goes into the referral, and suggests what may be arranged.</summary>
internal static class RememberCues
{
    public static Turn From(Turn turn, Surroundings around)
    {
        if (PressedButton.Of(turn, around) is not null)
        {
            return turn;
        }

        var found = FindCues.In(turn.Message.Text, around.Cues, around.SafetyRules).RemoveAll(one => one.Cue.IsAnswer);
        turn = turn with { Cues = [.. found.Select(one => one.Cue)] };
        foreach (var (cue, words) in found.Reverse())
        {
            turn = Reopen(turn, cue);
            turn = Keep(turn, cue, words);
            foreach (var (question, option) in cue.Fills)
            {
                turn = Fill(turn, question, option, words, around);
            }
        }

        return turn;
    }

    private static Turn Keep(Turn turn, Cue cue, string words) => turn.Remember(c => c with
    {
        Cues = c.Cues.Contains(cue.Id) ? c.Cues : c.Cues.Add(cue.Id),
        Facts = cue.Part.Length == 0 || c.Facts.Any(fact => fact.Fact == $"told.{cue.Part}" && fact.Words == words) ? c.Facts : c.Facts.Add(new VolunteeredFact($"told.{cue.Part}", new TextValue(words), words)),
        Offers = c.Offers.SetItems(cue.Declines.Select(kind => new KeyValuePair<string, bool>(Arranging.OfferIds.Arrange(kind), false))),
        Suggested = cue.Referral.Length == 0 || c.Offers.GetValueOrDefault(Arranging.OfferIds.Arrange(cue.Referral), true) == false ? c.Suggested : c.Suggested.Remove(cue.Referral).Insert(0, cue.Referral),
    });

    // Who asks for something themselves may be offered it, whatever they said before.
    private static Turn Reopen(Turn turn, Cue cue) =>
        cue.Referral.Length > 0 && turn.Reading!.Questions.Length > 0 && turn.Reading.Statement.Length == 0
            ? turn.Remember(c => c with { Offers = c.Offers.Remove(Arranging.OfferIds.Arrange(cue.Referral)), TimesOffered = c.TimesOffered.Remove(Arranging.OfferIds.Arrange(cue.Referral)) })
            : turn;

    private static Turn Fill(Turn turn, string id, string option, string words, Surroundings around)
    {
        var before = turn.Conversation.Answers[id];
        var isOpen = turn.Conversation.OpenQuestion == id && turn.Reading!.Answer is AnswerReading.Value;
        var isMendable = before is null or { Origin: AnswerOrigin.Volunteered } || turn.Reading!.IsCorrection;
        if (around.Content.FindQuestion(id) is not { } question || isOpen || !isMendable)
        {
            return turn;
        }

        AnswerValue value = question.Kind switch
        {
            AnswerKind.YesNo => new YesNoValue(option == "yes"),
            AnswerKind.Choices => With(question, before?.Value as ChoicesValue, option),
            _ => new ChoiceValue(option),
        };
        return value.Equals(before?.Value) || IsLess(question, before?.Value, value, turn.Reading!.IsCorrection)
            ? turn
            : turn.Remember(c => c with { Answers = c.Answers.With(new Answer(id, value, words, AnswerOrigin.Volunteered, turn.Message.At)) });
    }

    private static ChoicesValue With(Question question, ChoicesValue? before, string option)
    {
        var chosen = (before?.Options ?? []).Append(option).Where(one => one != "none" || option == "none").ToHashSet();
        return new ChoicesValue([.. question.Options.Select(one => one.Id).Where(chosen.Contains)]);
    }

    // Of two things said about one need the greater holds, unless the first is put right.
    private static bool IsLess(Question question, AnswerValue? before, AnswerValue now, bool isCorrection) =>
        !isCorrection && before is ChoiceValue old && now is ChoiceValue said
        && question.Options.FirstOrDefault(option => option.Id == old.Option)?.Level > question.Options.FirstOrDefault(option => option.Id == said.Option)?.Level;
}
