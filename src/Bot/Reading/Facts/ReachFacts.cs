using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>How to reach somebody: a number, an address, the way, the time, and whom not to ring.</summary>
internal static class ReachFacts
{
    private static readonly ImmutableArray<string> Times =
    [
        "not before", "not after", "never before", "never after", "no later than", "after", "before", "between", "mornings", "in the morning", "afternoons", "in the afternoon", "evenings", "in the evening", "any time", "anytime", "weekdays", "weekends", "not on", "only on", "leave a message", "dont leave a message", "no voicemail", "text first", "let it ring", "from", "till", "until", "lunchtime", "dinner time", "when hes asleep", "when shes asleep", "while hes out", "while shes out", "when he is out", "when she is out",
    ];

    private static readonly ImmutableArray<string> Reaching = ["ring", "ring me", "call", "call me", "phone", "phone me", "telephone", "telephone me", "text", "text me", "contact", "contact me", "get me", "reach me", "speak", "bell", "available", "free", "in"];

    private static readonly ImmutableArray<string> Forbidding = ["dont ring", "dont call", "dont phone", "dont text", "dont contact", "dont tell", "dont speak to", "dont go to", "do not ring", "do not call", "do not phone", "do not text", "do not contact", "do not tell", "never ring", "never call", "not ring", "without telling", "dont let"];

    private static readonly ImmutableArray<(string Way, string[] Words)> Ways =
    [
        ("email", ["email please", "by email", "email me", "send an email", "e mail", "an email", "use email"]),
        ("letter", ["by post", "by letter", "write to me", "a letter", "in writing"]),
        ("text", ["text me", "by text", "a text", "text please", "send me a text"]),
        ("phone", ["phone call", "ring me", "call me", "phone me", "telephone me", "give me a ring", "give me a call", "ring please", "by phone", "u can ring", "you can ring", "you may ring", "a call", "phone please", "bell me"]),
    ];

    /// <summary>The facts in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message)
    {
        var phone = PhoneReader.Read(message.Text);
        if (phone is not null)
        {
            yield return new VolunteeredFact(FactIds.Phone, new PhoneValue(phone), message.Text);
        }

        if (message.Text.Contains('@', StringComparison.Ordinal) && EmailReader.Read(message.Text) is { } email)
        {
            yield return new VolunteeredFact(FactIds.Email, new TextValue(email), message.Text);
        }

        if (Way(message) is { } way)
        {
            yield return new VolunteeredFact(FactIds.Way, new ChoiceValue(way), message.Text);
        }

        foreach (var note in Notes(message, phone is not null))
        {
            yield return new VolunteeredFact(FactIds.PhoneNotes, new TextValue(Shorter(note)), note);
        }
    }

    // Of two ways the last counts: "email, no, make it a phone call".
    private static string? Way(MessageParts message) => Ways
        .Select(way => (way.Way, At: way.Words.Max(word => message.Line.LastIndexOf($" {word} ", StringComparison.Ordinal))))
        .Where(way => way.At >= 0 && !message.Line[..way.At].EndsWith("dont", StringComparison.Ordinal) && !message.Line[..way.At].EndsWith("not", StringComparison.Ordinal))
        .OrderByDescending(way => way.At)
        .Select(way => way.Way)
        .FirstOrDefault();

    private static IEnumerable<string> Notes(MessageParts message, bool hasPhone)
    {
        foreach (var sentence in message.Sentences)
        {
            var isForbidden = Words.HasAny(sentence.Line, Forbidding.AsSpan());
            var isTime = Words.HasAny(sentence.Line, Times.AsSpan()) && (hasPhone && IsAboutTime(sentence) || Words.HasAny(sentence.Line, Reaching.AsSpan()) && sentence.Has("me", "us", "on") && sentence.Count <= 14 && IsAboutTime(sentence));
            if (!sentence.IsAsked && (isForbidden || isTime))
            {
                yield return sentence.Text;
            }
        }
    }

    private static bool IsAboutTime(MessagePart sentence) => sentence.Count <= 20 && !sentence.Has("what", "when will", "how long");

    // "u can ring me 07700 900 616 after college": the number is kept elsewhere.
    private static string Shorter(string note)
    {
        var line = note.Trim();
        var at = Times.Select(time => line.IndexOf(time, StringComparison.OrdinalIgnoreCase)).Where(found => found > 0).DefaultIfEmpty(0).Min();
        return at > 0 && line[..at].Any(char.IsAsciiDigit) ? line[at..] : line;
    }
}
