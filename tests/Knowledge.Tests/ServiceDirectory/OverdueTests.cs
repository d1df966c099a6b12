using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class OverdueTests : IDisposable
{
    private const string Guide = "---\ntitle: Meals\ntopics: [meals]\nsummary: Hot meals.\nreviewed: 2025-10-01\nreview_by: 2026-10-01\nsources:\n  - title: GOV.UK\n    url: https://www.gov.uk/meals-home\n---\n\nText.\n";
    private readonly DirectoryInfo content = Directory.CreateTempSubdirectory("transforming-lives-");

    [Theory]
    [InlineData("2026-10-01", 0)]
    [InlineData("2026-10-02", 2)]
    public void A_guide_and_a_service_past_their_day_are_named_as_warnings(string today, int warnings)
    {
        Write("guides/meals.md", Guide);
        Write("services/own.json", $"[{ARecord.Numbered(1).With("assured_date", "2025-10-01")},{ARecord.Numbered(2).With("assured_date", "2026-09-01")}]");

        var (_, problems) = KnowledgeContent.Load(new KnowledgeOptions(content.FullName, content.FullName, ImmutableDictionary<string, string>.Empty) { Clock = new FakeTimeProvider(DateTimeOffset.Parse($"{today}T12:00:00Z", null)) });

        var overdue = problems.Where(problem => problem.Field is "review_by" or "assured_date").ToArray();
        Assert.Equal(warnings, overdue.Length);
        Assert.All(overdue, problem => Assert.False(problem.IsError));
    }

    public void Dispose() => content.Delete(recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(content.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
