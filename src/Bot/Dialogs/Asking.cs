using System.Collections.Immutable;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A question of a form is open: is this its answer? A question never traps anybody.</summary>
internal static class Asking
{
    private const int ShortAnswer = 7;
    private const int FewWords = 10;

    /// <summary>Facts that say that somebody talks of something other than a yes or no.</summary>
    private static readonly ImmutableArray<string> OtherNews = [FactIds.PersonAge, FactIds.SpeakerAge, FactIds.PersonBorn, FactIds.SpeakerBorn, FactIds.Place, FactIds.Phone, FactIds.Wants, FactIds.NotWanted, FactIds.Network];

    /// <summary>Facts that answer a question in own words, each its own.</summary>
    private static readonly ImmutableArray<string> OwnWords = [FactIds.Wants, FactIds.NotWanted, FactIds.Strength, FactIds.Likes, FactIds.Dislikes, FactIds.Network, FactIds.HelperDoes];

    /// <summary>Takes the message as the answer to the open question; null when it is none.</summary>
    public static Turn? Take(Turn turn, MessageReading reading, Surroundings around)
    {
        if (turn.Conversation.OpenQuestion is not { } id || around.Content.FindQuestion(id) is not { } question)
        {
            return null;
        }

        if (turn.Conversation.Answers[id] is { Origin: AnswerOrigin.Volunteered, IsSkipped: false } said && said.At == turn.Message.At)
        {
            return Close(turn, question, said.Value, around);
        }

        return reading.Answer is AnswerReading.Value value && IsMeant(question, turn, reading, around) ? Accept(turn, question, value, around) : null;
    }

    /// <summary>The question was not understood: reworded after two, a person or a skip offered after three.</summary>
    public static Turn Missed(Turn turn, Question question, AnswerReading? answer, Surroundings around)
    {
        var misses = turn.Conversation.Misses + 1;
        turn = turn.Remember(c => c with { Misses = misses });
        var hint = answer is AnswerReading.Unclear { Hint.Length: > 0 } unclear && around.Content.Phrases.Has(unclear.Hint) ? unclear.Hint : null;
        return misses switch
        {
            1 => turn.Say(around, hint ?? PhraseIds.UnclearOnce).Ask(around, question).End(EndingIds.Unclear),
            2 => turn.Say(around, hint ?? PhraseIds.UnclearTwice).Ask(around, question, simpler: true).End(EndingIds.Unclear),
            3 => turn.Say(around, PhraseIds.UnclearThrice).Ask(around, question, simpler: true).End(EndingIds.Unclear),
            _ => MoveOn(turn, question, around),
        };
    }

    // After a fourth miss the question is left: nobody goes round in circles.
    private static Turn MoveOn(Turn turn, Question question, Surroundings around)
    {
        return Agenda.Next(turn.Say(around, PhraseIds.Skipped).Pass(question), around).End(EndingIds.Unclear);
    }

    private static bool IsMeant(Question question, Turn turn, MessageReading reading, Surroundings around)
    {
        var isShort = Words.All(turn.Message.Text).Length <= ShortAnswer;
        return question.Kind switch
        {
            AnswerKind.YesNo => (isShort || !reading.Facts.Any(fact => OtherNews.Contains(fact.Fact)) && !TellsAPlace(turn)) && !Wishes.AsksUs(reading, around),
            AnswerKind.Text when Plans.Contingency.IsBeingWritten(turn.Conversation) => reading.Statement.Length > 0 || reading.Questions.IsEmpty,
            AnswerKind.Text => IsOwnAnswer(question, turn, reading),
            AnswerKind.Choice or AnswerKind.Choices => isShort || reading.Questions.IsEmpty,
            _ => true,
        };
    }

    // "I'm in Ely" is no answer to "what matters most?", and what answers another question is kept there.
    private static bool IsOwnAnswer(Question question, Turn turn, MessageReading reading)
    {
        var kinds = reading.Facts.Select(fact => fact.Fact).ToHashSet();
        var isOther = kinds.Any(OwnWords.Contains) && !kinds.Contains(question.Fact) || turn.Cues.Any(cue => cue.Fills.Length > 0);
        var isOnlyFacts = reading.Facts.Any(fact => fact.Fact is FactIds.Phone or FactIds.Email or FactIds.PersonBorn or FactIds.SpeakerBorn or FactIds.Place) || TellsAPlace(turn) || IsHowTo(question, turn, reading);
        return !(isOther && question.Fact.Length > 0) && !isOnlyFacts && !(reading.Agrees == false && question.Fact != FactIds.NotWanted && Words.All(reading.Statement).Length <= ShortAnswer) && !(reading.Agrees is not null && question.Fact != FactIds.NotWanted && Words.All(reading.Statement).Length <= 3);
    }

    private static bool TellsAPlace(Turn turn) => turn.Conversation.Facts.Skip(turn.FactsBefore).Any(fact => fact.Fact == FactIds.Place);

    // A few words on whom not to ring, or on how the money is to be held, are about that alone.
    private static bool IsHowTo(Question question, Turn turn, MessageReading reading) =>
        Words.All(turn.Message.Text).Length <= FewWords && reading.Facts.Any(fact => fact.Fact is FactIds.PhoneNotes or FactIds.Holding && fact.Fact != question.Fact);

    private static Turn Accept(Turn turn, Question question, AnswerReading.Value value, Surroundings around)
    {
        var before = turn.Conversation.Answers[question.Id];
        var answer = new Answer(question.Id, value.Of, value.Words, before is null ? AnswerOrigin.Asked : AnswerOrigin.Changed, turn.Message.At);
        turn = Close(turn.Remember(c => c with { Answers = c.Answers.With(answer) }), question, value.Of, around);
        if (before is null)
        {
            return turn;
        }

        turn = question.Area.Length > 0 && turn.Conversation.Estimate is not null ? Estimating.Again(turn, around) : turn;
        return Charges.Again(turn, question, around);
    }

    private static Turn Close(Turn turn, Question question, AnswerValue value, Surroundings around)
    {
        turn = turn.Remember(c => c with { OpenQuestion = null, Misses = 0, Passed = c.Passed.Remove(question.Id) }).End(EndingIds.Asked);
        return question.PlayBack ? turn.Say(around, PhraseIds.PlayedBack, ("label", question.Label), ("answer", AnswerText.Of(question, value))) : turn;
    }
}
