using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Records;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Records;

/// <summary>What the papers and the privacy notice say of what is kept is what is kept.</summary>
public sealed class RecordsPaperTests
{
    [Fact]
    public async Task The_paper_in_the_documentation_is_the_one_that_the_program_makes()
    {
        var council = (await TestCouncil.RealContent.Value).Content.Council;

        Assert.Equal(RecordsPaper.Of(council), await File.ReadAllTextAsync(Path.Combine(TestCouncil.Content, "..", "docs", "records.md")));
    }

    [Fact]
    public async Task Every_kind_that_the_council_sets_a_time_for_stands_in_the_paper_and_on_the_page_with_that_time()
    {
        var around = await TestCouncil.RealContent.Value;
        var council = around.Content.Council with
        {
            Retention = new RetentionSettings([.. Enum.GetValues<RetentionKind>().Select((kind, at) => new RetentionRule(kind, 701 + at, at > 3 ? $"The law number {at}." : ""))]),
        };

        var (paper, page) = (RecordsPaper.Of(council), System.Net.WebUtility.HtmlDecode(PrivacyPage.Render(council, around.Pages.Find(PublicPage.Privacy))));

        foreach (var rule in council.Retention.Rules)
        {
            Assert.Contains($"{rule.Days} days", paper, StringComparison.Ordinal);
            Assert.Contains($"{rule.Days} days", page, StringComparison.Ordinal);
            Assert.Contains(rule.KeptWhenErased, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{", page.Replace("{{", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(30, "30 days")]
    [InlineData(364, "364 days")]
    [InlineData(365, "1 year")]
    [InlineData(2920, "8 years")]
    [InlineData(2921, "2921 days")]
    public void A_time_is_said_in_the_largest_measure_that_is_exact(int days, string words) => Assert.Equal(words, RetentionWords.Of(days));

    [Fact]
    public void A_page_that_leaves_out_how_long_something_is_kept_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("tl-pages-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "pages"));
        foreach (var page in Directory.EnumerateFiles(Path.Combine(TestCouncil.Content, "pages")))
        {
            File.WriteAllText(Path.Combine(folder.FullName, "pages", Path.GetFileName(page)), File.ReadAllText(page).Replace("{kept_files}", "some time", StringComparison.Ordinal));
        }

        var problems = new List<ContentProblem>();
        PublicPages.Load(folder.FullName, problems);

        Assert.Contains(problems, problem => problem is { IsError: true, File: "pages/privacy.md", Field: "kept_files" });
        folder.Delete(recursive: true);
    }
}
