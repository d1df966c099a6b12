using TransformingLives.Knowledge.Synonyms;

namespace TransformingLives.Knowledge.Tests.Synonyms;

/// <summary>A mistake in a file of words is named with its line, and the good groups still count.</summary>
public sealed class SynonymFilesTests
{
    [Theory]
    [InlineData("  - [commode]", "stands alone")]
    [InlineData("  - [commode, '?!']", "no word")]
    [InlineData("  - [commode, commodes]", "stands alone")]
    [InlineData("  - [permit for a car, Disabled Badges]", "another group already")]
    [InlineData("  - []", "stands alone")]
    public void A_group_that_cannot_be_used_is_named_and_left_out(string line, string wrong)
    {
        var problems = new List<KnowledgeProblem>();

        var groups = SynonymFiles.Read("words/some.yaml", $"same:\n  - [blue badge, disabled badge]\n{line}\n", [], problems).ToList();

        var problem = Assert.Single(problems);
        Assert.Contains(wrong, problem.Message, StringComparison.Ordinal);
        Assert.Equal("words/some.yaml", problem.File);
        Assert.Equal("blue badge, disabled badge", string.Join(", ", Assert.Single(groups)));
    }

    [Fact]
    public void A_problem_is_named_with_the_line_of_its_group()
    {
        var problems = new List<KnowledgeProblem>();

        _ = SynonymFiles.Read("words/some.yaml", "same:\n  - [blue badge, disabled badge]\n  - [commode, toilet chair]\n  - [seat, Blue Badges]\n", [], problems).ToList();

        Assert.Equal((4, "same"), (Assert.Single(problems).Line, problems[0].Field));
    }

    [Theory]
    [InlineData("same: blue badge")]
    [InlineData("groups:\n  - [a, b]")]
    [InlineData("same:\n  - [blue badge")]
    public void A_file_of_another_shape_is_a_problem_and_no_crash(string text)
    {
        var problems = new List<KnowledgeProblem>();

        Assert.Empty(SynonymFiles.Read("words/some.yaml", text, [], problems));

        Assert.NotEmpty(problems);
    }

    [Fact]
    public void Endings_make_no_entry_of_their_own() =>
        Assert.Equal("means test, financial check", string.Join(", ", Assert.Single(SynonymFiles.Read("words/some.yaml", "same:\n  - [means test, Means Testing, financial check]", [], []))));

    [Fact]
    public void A_word_stands_for_one_thing_also_over_two_files()
    {
        var (problems, taken) = (new List<KnowledgeProblem>(), new Dictionary<string, string>());
        _ = SynonymFiles.Read("words/a.yaml", "same:\n  - [blue badge, disabled badge]", taken, problems).ToList();

        _ = SynonymFiles.Read("words/b.yaml", "same:\n  - [parking card, disabled badge]", taken, problems).ToList();

        Assert.Equal("words/b.yaml", Assert.Single(problems).File);
    }
}
