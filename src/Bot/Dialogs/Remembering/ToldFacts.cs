using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>All that was told in passing so far, with "I" and "my husband" put in place: whoever it is about is the person.</summary>
/// <param name="IsAboutSpeaker">The one who writes needs the help.</param>
/// <param name="Facts">The facts, oldest first.</param>
internal sealed record ToldFacts(bool IsAboutSpeaker, ImmutableArray<VolunteeredFact> Facts)
{
    /// <summary>What is kept as it was said, one sentence after another; of anything else the last counts.</summary>
    private static readonly ImmutableArray<string> Gathered =
        [FactIds.Wants, FactIds.NotWanted, FactIds.Strength, FactIds.Likes, FactIds.Dislikes, FactIds.Network, FactIds.HelperDoes, FactIds.Condition, FactIds.PhoneNotes];

    public static ToldFacts Of(Conversation conversation)
    {
        var isAboutSpeaker = IsAbout(conversation) == "me";
        return new ToldFacts(isAboutSpeaker, [.. Resolve(conversation.Facts, isAboutSpeaker)]);
    }

    /// <summary>Who it is about, as far as it is known: an answer counts more than what was said in passing; null when nothing is known.</summary>
    public static string? IsAbout(Conversation conversation)
    {
        if (conversation.Answers["about_who"] is { Origin: not AnswerOrigin.Volunteered, Value: ChoiceValue answered })
        {
            return answered.Option;
        }

        var said = conversation.Facts.Where(fact => fact.Fact == FactIds.AboutWho).Select(fact => ((ChoiceValue)fact.Value).Option).ToList();
        return said.Count == 0 ? null : said.Contains("both") || said[0] == "me" && said.Contains("other") ? "both" : said.Contains("other") ? "other" : said[^1];
    }

    /// <summary>The fact that answers a question; null when none does.</summary>
    public VolunteeredFact? For(Question question)
    {
        var facts = Facts.Where(fact => fact.Fact == question.Fact).ToList();
        if (facts.Count == 0)
        {
            return null;
        }

        return Gathered.Contains(question.Fact) && question.Kind == AnswerKind.Text
            ? new VolunteeredFact(question.Fact, new TextValue(string.Join("; ", facts.Select(fact => fact.Words).Distinct())), facts[^1].Words)
            : facts[^1];
    }

    /// <summary>Facts about the one who writes become facts about the person or the contact.</summary>
    public static IEnumerable<VolunteeredFact> Resolve(IEnumerable<VolunteeredFact> facts, bool isAboutSpeaker)
    {
        var all = facts.ToList();
        var kin = all.LastOrDefault(fact => fact.Fact == FactIds.PersonIs)?.Value is TextValue text ? text.Text : "";
        foreach (var fact in all)
        {
            yield return fact;
            var meant = Meant(fact.Fact, isAboutSpeaker, kin);
            if (meant is not null)
            {
                yield return fact with { Fact = meant };
            }
        }
    }

    private static string? Meant(string fact, bool isAboutSpeaker, string kin) => fact switch
    {
        FactIds.SpeakerAge when isAboutSpeaker => FactIds.PersonAge,
        FactIds.SpeakerBorn when isAboutSpeaker => FactIds.PersonBorn,
        FactIds.SpeakerName => isAboutSpeaker ? FactIds.PersonName : FactIds.ContactName,
        _ when kin.Length > 0 && fact == $"{FactIds.Helper}.{kin}" => FactIds.PersonName,
        _ => null,
    };
}
