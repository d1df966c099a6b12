using TransformingLives.Bot.Content;
using TransformingLives.Bot.Endings;

namespace TransformingLives.Bot.Tests.Endings;

public sealed class EndingsLoaderTests
{
    [Fact]
    public void An_ending_that_nobody_described_is_named()
    {
        var problems = Load(Described(except: EndingIds.NotFound));

        Assert.Contains(problems, problem => problem.Message.Contains("'not_found'", StringComparison.Ordinal) && problem.IsError);
    }

    [Fact]
    public void An_ending_that_the_program_never_uses_is_named_with_its_line()
    {
        var problems = Load(Described() + "  - { id: vanished, label: Gone, description: Gone. }\n");

        var problem = Assert.Single(problems);
        Assert.Equal(EndingIds.All.Length + 2, problem.Line);
        Assert.Contains("'vanished'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ending_described_twice_is_named() =>
        Assert.Contains(Load(Described() + "  - { id: asked, label: Asked, description: Again. }\n"), problem => problem.Message.Contains("twice", StringComparison.Ordinal));

    private static string Described(string except = "") =>
        "endings:\n" + string.Concat(EndingIds.All.Where(id => id != except).Select(id => $"  - {{ id: {id}, label: A label, description: A description. }}\n"));

    private static List<ContentProblem> Load(string text)
    {
        var problems = new List<ContentProblem>();
        EndingsLoader.Load("endings.yaml", text, problems);
        return problems;
    }
}
