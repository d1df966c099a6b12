using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Commands;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading;

/// <summary>Words to meaning. Deterministic and pure.</summary>
public static class ReadMessage
{
    /// <summary>Commands that give way to a plain answer: "yes thanks" is a yes.</summary>
    private static readonly ImmutableArray<Intent> Weak = [Intent.Resume, Intent.Thanks, Intent.Change, Intent.Repeat, Intent.Wait, Intent.Greeting, Intent.BackAgain, Intent.Distress, Intent.Simpler, Intent.AreYouThere, Intent.Goodbye, Intent.Estimate, Intent.EstimateNow];

    /// <summary>Reads one message.</summary>
    public static MessageReading For(string text, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var parts = MessageParts.Of(text);
        var facts = VolunteeredFacts.In(parts, context.Today);
        var commands = Commanded(parts, facts);
        var questions = QuestionParts.In(parts).Where(question => !commands.Any(command => command.Sentence.Line.Contains(question.Line.Trim(), StringComparison.Ordinal))).ToImmutableArray();
        var says = parts.Sentences.Where(sentence => commands.All(command => command.Sentence != sentence) && questions.All(question => question.Line != sentence.Line)).ToImmutableArray();
        var statement = string.Join(". ", says.Select(sentence => sentence.Text));
        var answer = Answer(text, statement, commands, context);
        if (answer is AnswerReading.Value)
        {
            commands = commands.RemoveAll(command => Weak.Contains(command.Intent) && context.OpenQuestion!.Kind is not (AnswerKind.Text or AnswerKind.Address or AnswerKind.Name));
        }

        var agrees = Consent.Of(says, ConsentFacts.Explain(facts));
        return new MessageReading
        {
            Intents = Intents(text, [.. commands.Select(command => command.Intent)], answer, !questions.IsEmpty, context.OpenQuestion is null ? agrees : null),
            Answer = answer,
            Facts = facts,
            Questions = [.. questions.Select(question => question.Text)],
            Statement = statement,
            Agrees = agrees,
            Arranges = Consent.IsOutright(says),
            IsCorrection = IsCorrection(parts),
            NamedQuestion = commands.Any(command => command.Intent is Intent.Change or Intent.Why) ? NameQuestion.In(parts.Line, context.Forms) : null,
        };
    }

    private static ImmutableArray<(Intent Intent, MessagePart Sentence)> Commanded(MessageParts parts, ImmutableArray<VolunteeredFact> facts)
    {
        var commands = CommandReader.In(parts);
        var first = parts.Sentences.FirstOrDefault();
        return commands.IsEmpty && first is not null && facts.IsEmpty && first.Begins("hang on", "hold on", "bear with me", "one sec", "wait a", "one minute") && !IsCorrection(parts) ? [(Intent.Wait, first)] : commands;
    }

    private static AnswerReading? Answer(string text, string statement, ImmutableArray<(Intent Intent, MessagePart Sentence)> commands, ReadingContext context)
    {
        if (context.OpenQuestion is not { } question)
        {
            return null;
        }

        var isOwnWords = question.Kind is AnswerKind.Text or AnswerKind.Address;
        if (isOwnWords && statement.Length == 0)
        {
            return new AnswerReading.NotAnAnswer();
        }

        var read = ReadAnswer.For(question, isOwnWords ? statement : text, context.Today);
        return commands.Any(command => !Weak.Contains(command.Intent)) && (statement.Length == 0 || read is not AnswerReading.Value) ? new AnswerReading.NotAnAnswer() : read;
    }

    private static ImmutableArray<Intent> Intents(string text, ImmutableArray<Intent> commands, AnswerReading? answer, bool asks, bool? agrees)
    {
        var intents = ImmutableArray.CreateBuilder<Intent>();
        intents.AddRange(commands.Distinct());
        if (answer is AnswerReading.Value)
        {
            intents.Add(Intent.Answer);
        }

        if (asks)
        {
            intents.Add(Intent.Question);
        }

        if (agrees is { } yes)
        {
            intents.Add(yes ? Intent.Agree : Intent.Decline);
        }

        if (!text.Any(char.IsLetterOrDigit))
        {
            intents.Add(Intent.Nonsense);
        }
        else if (intents.Count == 0)
        {
            intents.Add(Gibberish.Is(text) ? Intent.Nonsense : Intent.Telling);
        }

        return intents.ToImmutable();
    }

    private static bool IsCorrection(MessageParts parts) =>
        parts.Has("i said", "i meant", "i mean", "actually", "correction", "scratch that", "tell a lie", "my mistake", "thats wrong", "thats not right", "got that wrong", "i told you wrong", "not one its", "no sorry", "sorry no", "change that to", "make that");
}
