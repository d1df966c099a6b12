using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>The concern that a conversation is about just now, and how long it has been so.</summary>
internal static class OpenConcern
{
    /// <summary>The open concern that was answered last, else the most urgent one; null when none is open.</summary>
    public static ConcernKind? Of(Conversation conversation)
    {
        var open = conversation.Concerns.Where(raised => raised.IsOpen).Select(raised => raised.Concern.Kind).Distinct().Order().ToList();
        ConcernKind[] spokenOf = [.. conversation.SaidLately.SelectMany(phrase => open.Where(kind => Speaks(phrase, kind))), .. open];
        return spokenOf.Length == 0 ? null : spokenOf[0];
    }

    /// <summary>Something is open, and all of it was only likely: no rule saw it and nobody said yes to it.</summary>
    public static bool IsSeenByNoRule(Conversation conversation) =>
        conversation.Concerns.Where(raised => raised.IsOpen).All(raised => raised.Concern.Rule == SafetyJudgement.LearntRule);

    /// <summary>How often it was stayed with since its first words.</summary>
    public static int TimesStayed(Conversation conversation, ConcernKind kind) =>
        conversation.SaidLately.Count(phrase => phrase.StartsWith($"{Phrase(kind)}.", StringComparison.Ordinal));

    /// <summary>No concern is open any more; the desk has been told, and what was sent stays sent.</summary>
    public static Conversation Closed(Conversation conversation) =>
        conversation with { Concerns = [.. conversation.Concerns.Select(raised => raised with { IsOpen = false })] };

    /// <summary>This one is over; others stay as they are.</summary>
    public static Conversation Closed(Conversation conversation, ConcernKind kind) =>
        conversation with { Concerns = [.. conversation.Concerns.Select(raised => raised.Concern.Kind == kind ? raised with { IsOpen = false } : raised)] };

    private static bool Speaks(string phrase, ConcernKind kind) =>
        phrase == Phrase(kind) || phrase.StartsWith($"{Phrase(kind)}.", StringComparison.Ordinal);

    private static string Phrase(ConcernKind kind) => $"concern.{kind.Code()}";
}
