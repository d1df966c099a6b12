using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>A directory of any size, put together from the names, sentences and places of the sample content. The same size gives the same directory.</summary>
internal static class MadeUpDirectory
{
    public static ImmutableArray<Service> Of(int size, KnowledgeContent sample)
    {
        var random = new Random(20261125);
        var sentences = sample.Services.SelectMany(service => service.Description.Split(". ")).Where(sentence => sentence.Length > 10).ToArray();
        var names = sample.Services.SelectMany(service => service.Name.Split(' ')).Where(word => word.Length > 2).ToArray();
        var sites = sample.Services.SelectMany(service => service.Sites).ToArray();
        return [.. Enumerable.Range(0, size).Select(number =>
        {
            var like = sample.Services[random.Next(sample.Services.Length)];
            return like with
            {
                Id = $"made-up-{number}",
                Name = string.Join(' ', Enumerable.Range(0, 3).Select(_ => Any(names))),
                Description = string.Join(". ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Any(sentences))),
                Sites = like.Sites.IsEmpty ? [] : [Any(sites)],
            };
        })];

        T Any<T>(T[] all) => all[random.Next(all.Length)];
    }
}
