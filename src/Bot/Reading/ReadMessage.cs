using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;

namespace TransformingLives.Bot.Reading;

/// <summary>Words to meaning. Deterministic and pure.</summary>
public static class ReadMessage
{
    private const int ShortCommand = 8;

    /// <summary>Reads one message.</summary>
    public static MessageReading For(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var line = Words.Line(text);
        var command = Command(text, line);
        var answer = context.OpenQuestion is { } question ? ReadAnswer.For(question, text, context.Today) : null;
        if (answer is AnswerReading.Value && command is Intent.Resume or Intent.Thanks or Intent.Change or Intent.Repeat && context.OpenQuestion?.Kind is not (AnswerKind.Text or AnswerKind.Address or AnswerKind.Name))
        {
            command = null;
        }

        answer = command is null ? answer : null;
        var isQuestion = command is null && IsQuestion(text, line) && (answer is not AnswerReading.Value || context.OpenQuestion?.Kind == AnswerKind.Text);
        if (isQuestion && context.OpenQuestion?.Kind == AnswerKind.Text)
        {
            answer = new AnswerReading.NotAnAnswer();
        }

        return new MessageReading
        {
            Intents = Intents(text, line, command, answer, isQuestion, context),
            Answer = answer,
            Facts = VolunteeredFacts.In(text, context.Today),
            QuestionText = isQuestion && (context.OpenQuestion is not null || context.OpenOffer is not null) ? text : "",
            ChangeQuestion = command == Intent.Change ? FindQuestion(line, context) : null,
        };
    }

    private static ImmutableArray<Intent> Intents(string text, string line, Intent? command, AnswerReading? answer, bool isQuestion, ReadingContext context)
    {
        if (command is { } one)
        {
            return [one];
        }

        var intents = ImmutableArray.CreateBuilder<Intent>();
        if (answer is AnswerReading.Value)
        {
            intents.Add(Intent.Answer);
        }

        if (isQuestion)
        {
            intents.Add(Intent.Question);
        }

        if (context.OpenQuestion is null && YesNo.Read(line) is { } yes)
        {
            intents.Add(yes ? Intent.Agree : Intent.Decline);
        }

        if (!text.Any(char.IsLetterOrDigit))
        {
            intents.Add(Intent.Nonsense);
        }
        else if (intents.Count == 0)
        {
            intents.Add(Intent.Telling);
        }

        return intents.ToImmutable();
    }

    private static Intent? Command(string text, string line)
    {
        var count = line.Count(letter => letter == ' ') - 1;
        if (count > ShortCommand)
        {
            return Words.HasAny(line, "why do you ask", "why do you need", "why are you asking") ? Intent.Why : null;
        }

        return line.Trim() switch
        {
            "back" or "go back" or "previous" => Intent.Back,
            "skip" or "skip this" or "pass" or "rather not say" or "prefer not to say" => Intent.Skip,
            "repeat" or "say that again" or "pardon" or "again" => Intent.Repeat,
            "stop" or "save and finish later" or "save" => Intent.Stop,
            "start again" or "start over" or "restart" => Intent.StartAgain,
            "thanks" or "thank you" or "ta" or "cheers" or "thank you very much" => Intent.Thanks,
            "hello" or "hi" or "hiya" or "good morning" or "good afternoon" => Intent.Greeting,
            "bye" or "goodbye" => Intent.Goodbye,
            "why" => Intent.Why,
            "person" => Intent.Person,
            "change" or "check my answers" => Intent.Change,
            _ => Phrase(line),
        };
    }

    private static Intent? Phrase(string line) => line switch
    {
        _ when Words.HasAny(line, "why do you ask", "why do you need", "why are you asking", "why is that", "why do you want") => Intent.Why,
        _ when Words.HasAny(line, "talk to a person", "speak to a person", "talk to someone", "speak to someone", "talk to somebody", "speak to somebody", "real person", "a human") => Intent.Person,
        _ when Words.HasAny(line, "say that again", "repeat that") => Intent.Repeat,
        _ when Words.HasAny(line, "dont understand", "simpler please", "simpler", "easier words", "what does that mean") => Intent.Simpler,
        _ when Words.HasAny(line, "go back to what you were asking", "carry on where we were", "where were we", "carry on") => Intent.Resume,
        _ when Words.HasAny(line, "show me a figure", "show us a figure", "indicative budget please", "show me the budget", "estimate please") => Intent.Estimate,
        _ when Words.HasAny(line, "got to go", "have to go", "finish later", "stop for now", "come back later") => Intent.Stop,
        _ when line.StartsWith(" change ", StringComparison.Ordinal) => Intent.Change,
        _ => null,
    };

    private static bool IsQuestion(string text, string line)
    {
        if (text.TrimEnd().EndsWith('?'))
        {
            return true;
        }

        return Asides.AsksBack(line);
    }

    private static string? FindQuestion(string line, ReadingContext context) => context.Forms
        .SelectMany(form => form.Questions)
        .Where(question => line.Contains(Words.Line(question.Label).Trim(), StringComparison.Ordinal) || line.Trim() == $"change {question.Id.Replace('_', ' ')}")
        .OrderByDescending(question => question.Label.Length)
        .FirstOrDefault()?.Id;
}
