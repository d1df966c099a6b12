using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What is said in passing fills the questions it answers, so that they are never asked; the read-back confirms it.</summary>
internal static class RememberFacts
{
    public static Turn From(Turn turn, Surroundings around)
    {
        var reading = turn.Reading!;
        var facts = reading.Facts;
        if (around.Knowledge.FindPlace(turn.Message.Text) is { } place)
        {
            facts = facts.Add(new VolunteeredFact("place", new TextValue(place.Name), place.Matched));
            turn = turn.Remember(c => c with { Place = place });
        }

        foreach (var fact in facts)
        {
            turn = Remember(turn, fact, around);
        }

        return turn;
    }

    private static Turn Remember(Turn turn, VolunteeredFact fact, Surroundings around)
    {
        turn = turn.Remember(c => c with
        {
            Facts = c.Facts.Contains(fact) ? c.Facts : c.Facts.Add(fact),
            NotACarer = c.NotACarer || fact.Fact == "helper.not_a_carer",
        });
        foreach (var form in around.Content.Forms)
        {
            foreach (var question in form.Questions.Where(q => q.Fact == fact.Fact && Fits(q, fact.Value)))
            {
                turn = Fill(turn, question, fact);
            }
        }

        return turn;
    }

    private static Turn Fill(Turn turn, Question question, VolunteeredFact fact)
    {
        var conversation = turn.Conversation;
        if (conversation.OpenQuestion == question.Id || conversation.Answers[question.Id] is { Origin: not AnswerOrigin.Volunteered })
        {
            return turn;
        }

        var value = question.Kind == AnswerKind.YesNo && fact.Value is TextValue ? new YesNoValue(true) : fact.Value;
        var answer = new Answer(question.Id, value, fact.Words, AnswerOrigin.Volunteered, turn.Message.At);
        return turn.Remember(c => c with { Answers = c.Answers.With(answer) });
    }

    private static bool Fits(Question question, AnswerValue value) => (question.Kind, value) switch
    {
        // "She has dementia" is a yes to "Is it because of an illness?".
        (AnswerKind.YesNo, YesNoValue or TextValue) => true,
        (AnswerKind.Choice, ChoiceValue choice) => question.Options.Any(option => option.Id == choice.Option),
        (AnswerKind.Date or AnswerKind.DateOfBirth, DateValue) => true,
        (AnswerKind.Number, NumberValue) => true,
        (AnswerKind.Phone, PhoneValue) => true,
        (AnswerKind.Name or AnswerKind.Email or AnswerKind.Text or AnswerKind.Postcode, TextValue) => true,
        _ => false,
    };
}
