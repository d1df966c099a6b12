using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A question of a form is open: is this its answer? A question never traps anybody.</summary>
internal static class Asking
{
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        if (turn.Conversation.OpenQuestion is not { } id || around.Content.FindQuestion(id) is not { } question)
        {
            return null;
        }

        if (reading.Answer is AnswerReading.Value value)
        {
            return Accept(turn, question, value, reading, around);
        }

        if (turn.Conversation.Answers[id] is { Origin: AnswerOrigin.Volunteered, IsSkipped: false } said && said.At == turn.Message.At)
        {
            return Accept(turn, question, new AnswerReading.Value(said.Value, said.Words), reading, around);
        }

        if (reading.QuestionText.Length > 0)
        {
            return Commands.Reask(Answering.AnswerQuestion(turn, reading.QuestionText, around), around).End(EndingIds.Answered);
        }

        if (reading.Has(Intent.Distress))
        {
            return Commands.Reask(turn.Say(around, PhraseIds.Distress), around).End(EndingIds.Distress);
        }

        if (reading.Facts.Length > 0)
        {
            return Agenda.Next(turn.Remember(c => c with { Told = c.Told.Add(turn.Message.Text) }).Say(around, PhraseIds.Noted), around).End(EndingIds.Asked);
        }

        return Missed(turn, question, reading.Answer, around);
    }

    private static Turn Accept(Turn turn, Question question, AnswerReading.Value value, MessageReading reading, Surroundings around)
    {
        var before = turn.Conversation.Answers[question.Id];
        var origin = before is null ? AnswerOrigin.Asked : AnswerOrigin.Changed;
        var answer = new Answer(question.Id, value.Of, value.Words, origin, turn.Message.At);
        turn = turn.Remember(c => c with { Answers = c.Answers.With(answer), OpenQuestion = null, Misses = 0 });
        if (question.PlayBack)
        {
            turn = turn.Say(around, PhraseIds.PlayedBack, ("label", question.Label), ("answer", AnswerText.Of(question, value.Of)));
        }

        if (reading.QuestionText.Length > 0)
        {
            turn = Answering.AnswerQuestion(turn, reading.QuestionText, around);
        }

        if (origin == AnswerOrigin.Changed && question.Area.Length > 0 && turn.Conversation.Estimate is not null)
        {
            turn = Estimating.Again(turn, around);
        }

        if (origin == AnswerOrigin.Changed)
        {
            turn = Charges.Again(turn, question, around);
        }

        return Agenda.Next(ReopenSummary(turn, origin), around).End(EndingIds.Asked);
    }

    /// <summary>After a change at the read-back, the read-back comes again.</summary>
    private static Turn ReopenSummary(Turn turn, AnswerOrigin origin) =>
        origin == AnswerOrigin.Changed ? turn.Remember(c => c with { Offers = c.Offers.Remove(OfferIds.Send) }) : turn;

    private static Turn Missed(Turn turn, Question question, AnswerReading? answer, Surroundings around)
    {
        var misses = turn.Conversation.Misses + 1;
        turn = turn.Remember(c => c with { Misses = misses });
        var hint = answer is AnswerReading.Unclear { Hint.Length: > 0 } unclear && around.Content.Phrases.Has(unclear.Hint) ? unclear.Hint : null;
        return misses switch
        {
            1 => turn.Say(around, hint ?? PhraseIds.UnclearOnce).Ask(around, question).End(EndingIds.Unclear),
            2 => turn.Say(around, hint ?? PhraseIds.UnclearTwice).Ask(around, question, simpler: true).End(EndingIds.Unclear),
            _ => turn.Say(around, PhraseIds.UnclearThrice).Ask(around, question, simpler: true).End(EndingIds.Unclear),
        };
    }
}
