using System.Collections.Immutable;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>What is said to danger: fixed words, never made up, the number to ring first.</summary>
public static class ConcernReplies
{
    private const int NumbersAfter = 2;

    /// <summary>The reply to what was found; the most urgent decides.</summary>
    /// <param name="concerns">What was found, the most urgent first.</param>
    /// <param name="isAboutOther">It is somebody else who is in danger.</param>
    /// <param name="responses">The words.</param>
    /// <param name="isOpen">Somebody answers the council's phone now.</param>
    public static Reply For(ImmutableArray<Concern> concerns, AboutOther isAboutOther, SafetyResponses responses, OfficeHours isOpen)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var response = responses.ByKind[concerns[0].Kind];
        return Say(isAboutOther == AboutOther.Yes ? response.FirstAboutOther : response.First, $"concern.{concerns[0].Kind.Code()}", responses, isOpen) with
        {
            Numbers = [.. response.Numbers.Select(number => Fill(number, responses, isOpen))],
            Actions = [new("Talk to a person", "Talk to a person"), new("Carry on with what we were doing", "Carry on with what we were doing")],
        };
    }

    /// <summary>The reply to a message that comes while a concern is open: what fits it, else the next of the follow-ups. What was just said is not said again.</summary>
    /// <param name="kind">The concern that is open.</param>
    /// <param name="text">The message.</param>
    /// <param name="saidLately">Ids of replies said lately, the latest first.</param>
    /// <param name="responses">The words.</param>
    /// <param name="isOpen">Somebody answers the council's phone now.</param>
    public static Reply FollowUp(ConcernKind kind, string text, ImmutableArray<string> saidLately, SafetyResponses responses, OfficeHours isOpen)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var response = responses.ByKind[kind];
        var code = $"concern.{kind.Code()}";
        var fitting = Fitting(response, text, responses).FirstOrDefault(answer => saidLately.FirstOrDefault() != $"{code}.{answer.Id}");
        var said = saidLately.Count(phrase => phrase.StartsWith($"{code}.follow_up", StringComparison.Ordinal));
        var reply = fitting is not null
            ? Say(fitting.Words, $"{code}.{fitting.Id}", responses, isOpen)
            : Say(response.FollowUps[said % response.FollowUps.Length], $"{code}.follow_up", responses, isOpen);
        return reply with { Numbers = [.. response.Numbers.Take(NumbersAfter).Select(number => Fill(number, responses, isOpen))] };
    }

    /// <summary>There are words for this very message.</summary>
    public static bool Fits(ConcernKind kind, string text, SafetyResponses responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return Fitting(responses.ByKind[kind], text, responses).Any();
    }

    /// <summary>The message tells that the danger is over.</summary>
    public static bool IsOver(ConcernKind kind, string text, SafetyResponses responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return Fitting(responses.ByKind[kind], text, responses).FirstOrDefault() is { Closes: true };
    }

    /// <summary>The message takes the concern back.</summary>
    public static bool IsTakenBack(ConcernKind kind, string text, SafetyResponses responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var response = responses.ByKind[kind];
        var matches = response.Index.Find(SafetyTokens.Of(text, responses.Spelling));
        return response.Denials.Any(pattern => matches.Of(pattern).Count > 0);
    }

    private static IEnumerable<SafetyAnswer> Fitting(SafetyResponse response, string text, SafetyResponses responses)
    {
        var matches = response.Index.Find(SafetyTokens.Of(text, responses.Spelling));
        return response.Answers.Where(answer => answer.Says.Any(pattern => matches.Of(pattern).Count > 0) && !answer.Unless.Any(pattern => matches.Of(pattern).Count > 0));
    }

    private static Reply Say(SafetyWords words, string phrase, SafetyResponses responses, OfficeHours isOpen) => new()
    {
        Text = Fill(words.Say, responses, isOpen),
        Short = Fill(words.Short, responses, isOpen),
        Spoken = Fill(words.Short, responses, isOpen),
        Style = ReplyStyle.Danger,
        Phrase = phrase,
    };

    private static HelpNumber Fill(HelpNumber number, SafetyResponses responses, OfficeHours isOpen)
    {
        var printed = Fill(number.Number, responses, isOpen);
        return number with { Number = printed, Dial = new string([.. printed.TakeWhile(letter => letter != ',').Where(char.IsAsciiDigit)]) };
    }

    private static string Fill(string text, SafetyResponses responses, OfficeHours isOpen) =>
        (isOpen == OfficeHours.Open ? responses.InHours : responses.OutOfHours).Aggregate(text, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}

/// <summary>Whether it is somebody else who is in danger.</summary>
public enum AboutOther
{
    /// <summary>The one who writes.</summary>
    No,

    /// <summary>Somebody else.</summary>
    Yes,
}

/// <summary>Whether somebody answers the council's phone.</summary>
public enum OfficeHours
{
    /// <summary>The duty team's number holds.</summary>
    Closed,

    /// <summary>The daytime number holds.</summary>
    Open,
}
