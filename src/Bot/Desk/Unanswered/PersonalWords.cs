using System.Collections.Frozen;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>The words by which somebody told us who they are: whatever else they asked is shown without them.</summary>
internal static class PersonalWords
{
    private const int Shortest = 3;
    private static readonly FrozenSet<AnswerKind> Kinds = [AnswerKind.Name, AnswerKind.Phone, AnswerKind.Email, AnswerKind.Postcode, AnswerKind.Address];

    /// <summary>The words of names, addresses and numbers that this conversation holds, in small letters.</summary>
    public static FrozenSet<string> Of(Conversation conversation, BotContent content) => Told(conversation, content)
        .SelectMany(text => text.ToLowerInvariant().Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Length >= Shortest)
        .ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Told(Conversation conversation, BotContent content) =>
    [
        .. conversation.Answers.ByQuestion.Values.Where(answer => content.FindQuestion(answer.Question) is { } question && Kinds.Contains(question.Kind)).Select(answer => answer.Words),
        .. conversation.Facts.Where(fact => fact.Fact == FactIds.SpeakerName || fact.Fact.StartsWith(FactIds.Helper, StringComparison.Ordinal)).Select(fact => fact.Value).OfType<TextValue>().Select(value => value.Text),
    ];
}
