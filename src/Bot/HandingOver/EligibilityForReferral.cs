using TransformingLives.Bot.Forms;
using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Triage.Eligibility;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.HandingOver;

/// <summary>The first look at the Care Act's conditions, for the worker who decides.</summary>
internal static class EligibilityForReferral
{
    /// <summary>A plain sentence a condition; empty when the questions were not answered.</summary>
    public static ImmutableArray<string> Of(Conversation conversation, string kind, Surroundings around)
    {
        var (form, criteria) = kind switch
        {
            "needs_assessment" => (FormIds.Needs, around.Content.Eligibility.Adult),
            "carers_assessment" => (FormIds.Helper, around.Content.Eligibility.Helper),
            _ => ("", null),
        };
        if (criteria is null || !conversation.Finished.Contains(form))
        {
            return [];
        }

        var check = CheckEligibility.Of(criteria, conversation.Answers, conversation.OpenConcerns());
        return [$"First look: {EligibilityWords.Code(check.Result).Replace('_', ' ')}.", .. EligibilityWords.Lines(check)];
    }
}
