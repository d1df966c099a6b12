using System.Collections.Immutable;
using TransformingLives.Bot.Reading.Parts;

namespace TransformingLives.Bot.Reading.Commands;

/// <summary>Yes or no to something offered, in any wording. A "no" that tells something ("no, he moved out last year") is neither.</summary>
internal static class Consent
{
    private const int ShortNo = 9;

    /// <summary>These ask for something, whether or not it was offered.</summary>
    private static readonly ImmutableArray<string> Outright =
    [
        "arrange it", "arrange that", "arrange one", "put me down", "put us down", "put him down", "put her down", "sign me up", "sign us up", "sign him up", "sign her up", "go ahead", "lets do it", "lets do that", "go for it", "pass it on", "count me in", "count us in", "you can ring me", "u can ring me", "you may ring", "you may telephone", "you can call me", "u can call me", "get them to ring", "get somebody to ring", "get someone to ring", "ask them to ring", "have them ring", "ill have that", "ill take that", "give it a go", "give it a try", "happy for you to", "sort that", "book it", "book me in", "yes to the", "ok to the", "okay to the", "yeah to the", "aye to the", "up for the",
    ];

    /// <summary>These say yes to what was offered, and nothing by themselves.</summary>
    private static readonly ImmutableArray<string> Agreeing =
    [
        .. Outright, "id like that", "i would like that", "wed like that", "hed like that", "shed like that", "that would be good", "that would be great", "that would be lovely", "that would be helpful", "that would help", "thatd be good", "thatd be great", "thatd help", "sounds good", "sounds great", "sounds right", "yes please", "ok then", "all right then", "alright then", "go on then", "if you would", "if you could", "would you please", "id be glad", "be grateful", "worth a try", "happy with that", "we could try it", "ok you can",
    ];

    /// <summary>These are a yes only where little else is said.</summary>
    private static readonly ImmutableArray<string> AgreeingAlone = ["do it", "do that", "ask them", "send it", "why not", "please do", "sort it", "go ahead", "do"];

    private const int Little = 6;
    private const int LongestYes = 24;

    private static readonly ImmutableArray<string> Refusing =
    [
        "not interested", "no thanks", "no thank you", "no ta", "no need", "leave it", "not for me", "not for us", "not today", "not now", "not yet", "another time", "maybe later", "id rather not", "i would rather not", "wed rather not", "dont bother", "dont send", "stop asking", "i said no", "dont want", "do not want", "not want", "no i do not", "never mind", "nevermind", "not necessary", "ill think about it", "let me think", "rather you didnt", "please dont", "not at the moment", "no not really", "we are fine as we are", "were fine as we are", "im fine as i am", "not bothered", "not needed", "not that sort", "not that kind", "not that one", "nothing like that",
    ];

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Of(IEnumerable<MessagePart> sentences, bool explains)
    {
        var said = sentences.Select(sentence => Of(sentence, explains)).OfType<bool>().Distinct().ToList();
        return said is [var one] ? one : null;
    }

    /// <summary>"Arrange it", "sign us up": it is asked for outright, whether or not anything was offered.</summary>
    public static bool IsOutright(IEnumerable<MessagePart> sentences) =>
        sentences.Any(sentence => sentence.Count <= LongestYes && Words.HasAny(sentence.Line, Outright.AsSpan()) && !Words.HasAny(sentence.Line, Refusing.AsSpan()) && !sentence.Begins("no", "nah", "dont", "never"));

    private static bool? Of(MessagePart sentence, bool explains)
    {
        var refuses = Words.HasAny(sentence.Line, Refusing.AsSpan());
        var agrees = sentence.Count <= LongestYes && Words.HasAny(sentence.Line, Agreeing.AsSpan()) || sentence.Count <= Little && Words.HasAny(sentence.Line, AgreeingAlone.AsSpan());
        if (refuses != agrees)
        {
            return agrees && !sentence.Begins("no", "nah", "dont", "never");
        }

        return YesNo.Read(sentence.Line) switch
        {
            true => true,

            // "No" with a reason is a no; "no" with news is news.
            false when sentence.Count <= ShortNo && !explains => false,
            _ => null,
        };
    }
}
