using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>"How much does it cost?" asks about the thing last talked of; "what was it called again?" about a service named before.</summary>
internal static class FollowUps
{
    private const int ShortQuestion = 9;
    private const int LongFollowUp = 12;
    private static readonly ImmutableArray<string> Cost = ["how much", "what does it cost", "what do they charge", "do i pay", "do we pay", "do i have to pay", "is it free", "is that free", "what will it cost", "whats the cost", "does it cost", "what would it cost", "cost", "price"];
    private static readonly ImmutableArray<string> Money = ["£", "free", "cost", "costs", "charge", "charges", "pay", "paid", "price"];
    private static readonly ImmutableArray<string> Named = ["care", "carer", "carers", "home", "assessment", "stairlift", "attendance", "savings", "house", "meals", "alarm", "budget", "support", "wheelchair", "respite"];

    /// <summary>What the thing last talked of costs; null when the question is about something else.</summary>
    public static Turn? CostOf(Turn turn, string question, Surroundings around)
    {
        var line = Words.Line(question);
        var isShort = line.Count(letter => letter == ' ') - 1 <= ShortQuestion;
        if (!isShort || !Words.HasAny(line, Cost.AsSpan()) || Words.HasAny(line, Named.AsSpan()) || turn.Conversation.Topics.IsEmpty)
        {
            return null;
        }

        var topic = turn.Conversation.Topics[0];
        var guide = around.Knowledge.GuideFor(topic, around.Now);
        var sentences = guide is null ? [] : ShortSentences.Sentences($"{guide.Summary} {string.Join(' ', GuideSections.Of(guide.Body).Where(section => Words.HasAny(Words.Line(section.Heading), Money.AsSpan())).Select(section => section.Text))}")
            .Where(sentence => Words.HasAny(Words.Line(sentence.Replace("£", " £ ", StringComparison.Ordinal)), Money.AsSpan()) || sentence.Contains('£', StringComparison.Ordinal)).Distinct().Take(3).ToList();
        var services = around.Knowledge.ServicesFor(topic, turn.Conversation.Place, around.Now, 2, Answering.Unwanted(turn.Conversation)).RemoveAll(service => service.Cost.Length == 0);
        if (guide is null || sentences.Count == 0 && services.IsEmpty)
        {
            return turn.Say(around, PhraseIds.CostUnknown).End(EndingIds.NotFound);
        }

        var text = sentences.Count > 0 ? string.Join(' ', sentences) : $"This is what I have for what it costs. {string.Join(" ", services.Select(service => $"{service.Name}: {service.Cost}."))}";
        return turn.Say(new Reply { Text = text, Short = TextMessage.Shortened(text), Services = services, Sources = [guide.Source], Phrase = $"answer.{topic}" }).End(EndingIds.Answered);
    }

    /// <summary>A short question that points back ("how long does it last, and who runs it?"), answered from the guide last talked of; null when it doesn't.</summary>
    public static Turn? InGuide(Turn turn, string question, Surroundings around)
    {
        var line = Words.Line(question);
        if (line.Count(letter => letter == ' ') - 1 > LongFollowUp || !Words.HasAny(line, "it", "that", "this", "they", "them") || turn.Conversation.Topics.IsEmpty
            || around.Knowledge.GuideFor(turn.Conversation.Topics[0], around.Now) is not { } guide)
        {
            return null;
        }

        var parts = question.Split([" and ", " n ", ", "], StringSplitOptions.RemoveEmptyEntries);
        var found = parts.Select(part => GuideSections.Best(guide.Title, guide.Body, part)).OfType<string>().Distinct().ToList();
        return found.Count == 0 ? null : turn.Say(new Reply { Text = string.Join("\n\n", found), Short = TextMessage.Shortened(string.Join(' ', found)), Sources = [guide.Source], Phrase = $"answer.{turn.Conversation.Topics[0]}" }).End(EndingIds.Answered);
    }

    /// <summary>The service named before that fits the words best.</summary>
    public static Turn NamedAgain(Turn turn, string question, Surroundings around)
    {
        var asked = Words.All(question).Where(word => word.Length > 3).Select(word => word.TrimEnd('s')).ToHashSet();
        var named = turn.Conversation.Named;
        int Score(NamedService service) => Words.All($"{service.Name} {around.Knowledge.TitleOf(service.Topic)} {service.Topic.Replace('_', ' ')} {service.AskedFor}").Count(word => asked.Contains(word.TrimEnd('s')));
        asked.ExceptWith(["what", "called", "again", "name", "wa", "that", "number", "remind"]);
        var best = named.OrderByDescending(Score).FirstOrDefault();
        return best is null || asked.Count > 0 && Score(best) == 0
            ? turn.Say(around, PhraseIds.NoneNamed).End(EndingIds.NotFound)
            : turn.Say(around, PhraseIds.NamedAgain, ("name", string.Join(", ", new[] { best.Name, best.Phone, best.When }.Where(part => part.Length > 0)))).End(EndingIds.Answered);
    }
}
