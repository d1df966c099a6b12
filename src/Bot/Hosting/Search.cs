using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>search</c>: what the knowledge base answers, and with <c>--explain</c> why.</summary>
internal static class Search
{
    public static async Task<int> RunAsync(string text, bool explain, Folders folders, CancellationToken cancellationToken)
    {
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        using var knowledge = surroundings.Knowledge;
        await knowledge.Ready.WaitAsync(cancellationToken);
        var question = new KnowledgeQuestion(text, null, TimeProvider.System.GetLocalNow(), ImmutableArray<string>.Empty);
        Print(knowledge.Ask(question));
        if (explain)
        {
            Print(knowledge.Explain(question));
        }

        return 0;
    }

    private static void Print(KnowledgeAnswer answer)
    {
        Console.WriteLine(answer.IsOutOfScope ? $"Not adult social care. {answer.WhoDoesThat}" : answer.Passage?.Summary ?? "No guide answers this.");
        foreach (var service in answer.Services)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {service.Name}, {service.Where}{(service.Miles is { } miles ? $", {miles} miles" : "")}. {service.When} {service.Cost} {service.Phone}"));
        }

        foreach (var source in new[] { answer.Passage?.Source }.Concat(answer.Services.Select(service => service.Source)).OfType<Source>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  From: {source.Title}, {source.Url}, checked {source.Checked:d MMMM yyyy}{(source.IsOverdue ? ", overdue" : "")}"));
        }
    }

    private static void Print(KnowledgeExplanation why)
    {
        Console.WriteLine($"\nPlace: {(why.Place is { } place ? $"{place.Name} (“{place.Matched}”), {(place.InArea ? place.Patch : place.CouncilName)}" : "none")}");
        Console.WriteLine("Topics:");
        foreach (var topic in why.Topics)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {topic.Confidence:0.000}  {topic.Id}"));
        }

        Console.WriteLine("Passages (score = words + neighbouring words + meaning of the whole and of each sentence, each in standard deviations):");
        foreach (var passage in why.Passages)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {passage.Score,6:0.00}  words {passage.Words:0.0}, pairs {passage.Pairs:0.0}, meaning {passage.Meaning:0.00}  {passage.Title}"));
        }

        Console.WriteLine("Services:");
        foreach (var service in why.Services)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {service.Total,6:0.00}  {string.Join(", ", service.Parts.Where(part => part.Score != 0).Select(part => $"{part.Part} {part.Score:0.00}"))}  {service.Name}"));
        }
    }
}
