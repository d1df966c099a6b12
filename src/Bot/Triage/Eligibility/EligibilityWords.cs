using System.Collections.Immutable;

namespace TransformingLives.Bot.Triage.Eligibility;

/// <summary>A first look in words, a plain sentence a condition.</summary>
internal static class EligibilityWords
{
    public static ImmutableArray<string> Lines(EligibilityCheck check) =>
    [
        $"Because of an illness, a disability or the help you give: {Word(check.Cause)}.",
        .. check.Outcomes.Select(outcome => $"{outcome.Title}: {(outcome.Unable == Leaning.Yes ? "help is needed" : "not sure")}."),
        .. check.Outcomes.IsEmpty ? ImmutableArray.Create("You told us that you manage each part of daily life.") : [],
        $"It makes a big difference to daily life: {Word(check.Wellbeing)}.",
        "Only a council worker can decide, and your points have no part in it.",
    ];

    /// <summary>The end of the phrase's id in <c>content/replies</c>.</summary>
    public static string Code(EligibilityResult result) => result switch
    {
        EligibilityResult.LikelyAsk => "likely_ask",
        EligibilityResult.WorthAsking => "worth_asking",
        _ => "low_now",
    };

    private static string Word(Leaning leaning) => leaning switch
    {
        Leaning.Yes => "yes",
        Leaning.No => "it seems not",
        _ => "not sure",
    };
}
