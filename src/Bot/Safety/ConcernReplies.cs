using System.Collections.Immutable;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>What is said to danger: fixed words, never made up, the number to ring first.</summary>
public static class ConcernReplies
{
    /// <summary>The reply to what was found; the most urgent decides.</summary>
    public static Reply For(ImmutableArray<Concern> concerns, SafetyResponses responses, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var response = responses.ByKind[concerns[0].Kind];
        return new Reply
        {
            Text = Fill(response.Say, responses, isOpen),
            Style = ReplyStyle.Danger,
            Numbers = [.. response.Numbers.Select(number => Fill(number, responses, isOpen))],
            Actions = [new("Talk to a person", "Talk to a person"), new("Carry on with what we were doing", "Carry on with what we were doing")],
            Phrase = $"concern.{concerns[0].Kind.Code()}",
        };
    }

    /// <summary>The reply to a message that comes while a concern is open.</summary>
    public static Reply FollowUp(Concern concern, string text, int turn, SafetyResponses responses, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(responses);
        var response = responses.ByKind[concern.Kind];
        return new Reply
        {
            Text = Fill(response.FollowUps[turn % response.FollowUps.Length], responses, isOpen),
            Style = ReplyStyle.Danger,
            Numbers = [.. response.Numbers.Take(2).Select(number => Fill(number, responses, isOpen))],
            Phrase = $"concern.{concern.Kind.Code()}.follow_up",
        };
    }

    private static HelpNumber Fill(HelpNumber number, SafetyResponses responses, bool isOpen)
    {
        var printed = Fill(number.Number, responses, isOpen);
        return number with { Number = printed, Dial = new string([.. printed.TakeWhile(letter => letter != ',').Where(char.IsAsciiDigit)]) };
    }

    private static string Fill(string text, SafetyResponses responses, bool isOpen) =>
        (isOpen ? responses.InHours : responses.OutOfHours).Aggregate(text, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
