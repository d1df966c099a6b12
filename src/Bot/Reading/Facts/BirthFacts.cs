using System.Collections.Immutable;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Facts;

/// <summary>A date of birth said in passing. Without a word for birth only a whole date long ago is one, and never one of something that happened.</summary>
internal static class BirthFacts
{
    private const int YoungestUnnamed = 15;

    private static readonly ImmutableArray<string> Birth = ["born", "dob", "d o b", "date of birth", "birthday", "birthdate", "birth date"];

    private static readonly ImmutableArray<string> Events =
    [
        "fell", "fall", "diagnosed", "diagnosis", "since", "married", "wedding", "moved", "died", "passed", "stroke", "operation", "op", "started", "start", "last", "appointment", "review", "retired", "left", "discharged", "admitted", "hospital", "ended", "until", "till", "bought", "letter", "dated", "came", "had", "on the",
    ];

    private static readonly ImmutableArray<string> Own = ["my", "mine", "i was", "im", "i am", "i"];

    private static readonly ImmutableArray<string> Others = ["his", "her", "hers", "he", "hes", "she", "shes", "their", "they", "theirs"];

    /// <summary>The dates of birth in a message.</summary>
    public static IEnumerable<VolunteeredFact> In(MessageParts message, DateOnly today)
    {
        foreach (var sentence in message.Sentences)
        {
            var isNamed = Words.HasAny(sentence.Line, Birth.AsSpan());
            if (!isNamed && (Words.HasAny(sentence.Line, Events.AsSpan()) || !HasDate(sentence)))
            {
                continue;
            }

            foreach (var part in Parts(sentence))
            {
                if (BirthReader.Read(part, Asked(part), today) is { } born && (isNamed || born <= today.AddYears(-YoungestUnnamed)))
                {
                    yield return new VolunteeredFact(IsOwn(Words.Line(part)) ? FactIds.SpeakerBorn : FactIds.PersonBorn, new DateValue(born), sentence.Text);
                    break;
                }
            }
        }
    }

    private static bool HasDate(MessagePart sentence) => CalendarDates.In(DateItem.Of(sentence.Text)).Any(date => date.Month is not null && date.Year is not null);

    // "She is 80, 2nd May 1946": the age is no part of the date, so each stretch between commas is tried too.
    private static IEnumerable<string> Parts(MessagePart sentence) => [sentence.Text, .. sentence.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Asked(string part) => IsOwn(Words.Line(part)) ? " what is your date of birth " : " what is their date of birth ";

    private static bool IsOwn(string line) => Words.HasAny(line, Own.AsSpan()) && !Words.HasAny(line, Others.AsSpan()) && !line.Trim().Split(' ').Any(word => Kin.Of(word) is not null);
}
