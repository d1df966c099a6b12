using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Tests.Meaning;

public sealed class VectorFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transforming-lives-vectors-");
    private readonly SentenceModel model = SentenceModel.TryLoad(SentenceModel.General)!;

    public void Dispose()
    {
        model.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_vector_is_kept_over_a_restart_and_close_to_the_exact_one()
    {
        Open().Complete(model, ["hot meals at home"], CancellationToken.None);

        var kept = Open().Of(model, "hot meals at home");
        var exact = model.Embed("hot meals at home");
        Assert.True(kept.Zip(exact, (one, other) => one * other).Sum() > 0.999f);
    }

    [Fact]
    public void A_file_that_was_cut_off_gives_what_is_whole()
    {
        Open().Complete(model, ["one", "two"], CancellationToken.None);
        var path = Path.Combine(folder.FullName, VectorFile.Name);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^10]);

        var opened = Open();
        Assert.Equal(SentenceModel.Dimensions, opened.Of(model, "one").Length);
        Assert.Throws<KeyNotFoundException>(() => opened.Of(model, "two"));
    }

    [Fact]
    public void The_same_texts_in_another_order_are_written_as_the_same_file()
    {
        var file = Open();
        file.Complete(model, ["one", "two", "three"], CancellationToken.None);

        file.Write(Path.Combine(folder.FullName, "a"), [(model, "one"), (model, "two")]);
        file.Write(Path.Combine(folder.FullName, "b"), [(model, "two"), (model, "one"), (model, "one")]);

        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.FullName, "a", VectorFile.Name)), File.ReadAllBytes(Path.Combine(folder.FullName, "b", VectorFile.Name)));
    }

    private VectorFile Open() => VectorFile.Open(Path.Combine(folder.FullName, "shipped"), folder.FullName);
}
