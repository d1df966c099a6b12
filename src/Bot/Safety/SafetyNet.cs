using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>Notices danger in a message. Every message passes it before anything else is done.</summary>
public static class SafetyNet
{
    /// <summary>The rule named when the net itself failed.</summary>
    public const string FailedRule = "safety-net-failed";

    /// <summary>The concerns in a message, the most urgent first; one of a kind.</summary>
    public static ImmutableArray<Concern> Screen(string text, SafetyRules rules, ScreeningMoment moment = ScreeningMoment.First) => Look(text, rules, moment).Concerns;

    /// <summary>The concerns in a message, and what it may be where there are none.</summary>
    public static Screening Look(string text, SafetyRules rules, ScreeningMoment moment)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        text = DisguisedLetters.Off(text);
        var tokens = SafetyTokens.Of(text, rules);
        var sightings = Sightings.In(tokens, rules);
        return rules.Judgement is { } judgement
            ? judgement.Of(text, tokens, sightings, moment)
            : new Screening([.. sightings.Where(sighting => !sighting.IsCancelled).DistinctBy(sighting => sighting.Rule.Kind).OrderBy(sighting => sighting.Rule.Kind).Select(sighting => sighting.ToConcern(text, tokens))], null);
    }

    /// <summary>The concerns in a button of a form that was pressed as it stands. What the form itself offers is no message of somebody's own: only plain words count ("Can't go on like this").</summary>
    public static ImmutableArray<Concern> ScreenPressed(string text, SafetyRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        text = DisguisedLetters.Off(text);
        var tokens = SafetyTokens.Of(text, rules);
        return [.. Sightings.In(tokens, rules).Where(sighting => sighting is { IsCancelled: false, Rule.IsCertain: true }).DistinctBy(sighting => sighting.Rule.Kind).OrderBy(sighting => sighting.Rule.Kind).Select(sighting => sighting.ToConcern(text, tokens))];
    }

    /// <summary>As <see cref="Look"/>, but a failure inside counts as an urgent need and never as silence: somebody reads the message today.</summary>
    public static Screening LookSafely(string text, SafetyRules rules, ScreeningMoment moment)
    {
        try
        {
            return Look(text, rules, moment);
        }
        catch (Exception)
        {
            return new Screening([new Concern(ConcernKind.UrgentCareNeed, FailedRule, text)], null);
        }
    }

    /// <summary>A quick look, for when there is no time for a whole one: rules and words without their meaning, and rather too often yes. What it lets pass is looked at as always; a failure is a yes.</summary>
    public static bool MayBeDanger(string text, SafetyRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        try
        {
            var tokens = SafetyTokens.Of(DisguisedLetters.Off(text), rules);
            var sightings = Sightings.In(tokens, rules);
            return sightings.Any(sighting => !sighting.IsCancelled) || rules.Judgement?.MayBe(tokens, sightings) == true;
        }
        catch (Exception)
        {
            return true;
        }
    }

    /// <summary>The concerns of <see cref="LookSafely"/>.</summary>
    public static ImmutableArray<Concern> ScreenSafely(string text, SafetyRules rules, ScreeningMoment moment = ScreeningMoment.First) => LookSafely(text, rules, moment).Concerns;
}
