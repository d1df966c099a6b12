using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Reading.Suggesting;

/// <summary>What of a suggested reading may stand: quoted, readable by our own readers, and at odds with nothing that they read. A concern may be added and never removed.</summary>
internal static class TakeSuggestions
{
    private const int FewestWords = 2;

    /// <summary>Kinds that a clause says plainly. Names, own words, money and scores are for our own readers alone.</summary>
    private static readonly ImmutableArray<AnswerKind> Kinds =
        [AnswerKind.YesNo, AnswerKind.Choice, AnswerKind.Choices, AnswerKind.Date, AnswerKind.DateOfBirth, AnswerKind.Number, AnswerKind.Frequency, AnswerKind.Phone, AnswerKind.Email, AnswerKind.Postcode];

    /// <summary>Intents beside which an open question is still open to be answered.</summary>
    private static readonly ImmutableArray<Intent> Open = [Intent.Telling, Intent.Question, Intent.Distress, Intent.Greeting, Intent.Thanks];

    /// <summary>The dangers that were quoted from the message, of kinds that are not noticed yet.</summary>
    public static ImmutableArray<Concern> Concerns(string message, SuggestedReading suggested, ImmutableArray<Concern> noticed) =>
    [
        .. from concern in suggested.Concerns.DistinctBy(concern => concern.Kind)
           let words = Quoted.In(message, concern.Quote)
           where words is not null && Words.All(words).Length >= FewestWords && noticed.All(other => other.Kind != concern.Kind)
           select new Concern(concern.Kind, "second-reading", words),
    ];

    /// <summary>The reading with the suggestions that may stand, and which those are.</summary>
    public static (MessageReading Reading, ImmutableArray<SuggestedAnswer> Taken) Answers(string message, MessageReading reading, SuggestedReading suggested, Conversation conversation, ReadingContext context)
    {
        var taken = ImmutableArray.CreateBuilder<SuggestedAnswer>();
        foreach (var answer in suggested.Answers.DistinctBy(answer => answer.Question))
        {
            if (Quoted.In(message, answer.Quote) is not { } words || Question(answer.Question, context) is not { } question || !MayFill(question, conversation)
                || ReadAnswer.For(question, words, context.Today) is not AnswerReading.Value value)
            {
                continue;
            }

            var next = question.Id == context.OpenQuestion?.Id ? Answered(reading, value) : Told(reading, question, value, message, context);
            if (next is not null)
            {
                reading = next;
                taken.Add(answer with { Quote = words });
            }
        }

        return (reading, taken.ToImmutable());
    }

    /// <summary>A second reading may be asked about this question.</summary>
    public static bool MayFill(Question question, Conversation conversation) =>
        Kinds.Contains(question.Kind) && (question.Id == conversation.OpenQuestion || (question.Fact.Length > 0 && question.Area.Length == 0)) && (conversation.Answers[question.Id] is null || question.Id == conversation.OpenQuestion);

    private static Question? Question(string id, ReadingContext context) => context.Forms.Select(form => form.Find(id)).FirstOrDefault(question => question is not null);

    // Our own reader found no answer, and no wish that comes before one.
    private static MessageReading? Answered(MessageReading reading, AnswerReading.Value value) =>
        reading.Answer is AnswerReading.Value || !reading.Intents.All(Open.Contains) || reading.Agrees is not null
            ? null
            : reading with { Answer = value, Intents = reading.Intents.Remove(Intent.Telling).Insert(0, Intent.Answer) };

    // What our own reader sees in the whole message counts, also where it sees something else.
    private static MessageReading? Told(MessageReading reading, Question question, AnswerReading.Value value, string message, ReadingContext context)
    {
        var isAtOdds = reading.Facts.Any(fact => fact.Fact == question.Fact) || (ReadAnswer.For(question, message, context.Today) is AnswerReading.Value whole && !whole.Of.Equals(value.Of));
        return isAtOdds ? null : reading with { Facts = reading.Facts.Add(new VolunteeredFact(question.Fact, value.Of, value.Words)) };
    }
}
