using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Tests.Meaning;

public sealed class ShortTextsTests
{
    private readonly ShortTexts texts = new();
    private int made;

    [Fact]
    public void What_is_said_again_is_made_once()
    {
        Assert.Same(Of("yes please"), Of("yes please"));
        Assert.NotSame(Of("yes please"), Of("Yes please"));
        Assert.Equal(2, made);
    }

    [Fact]
    public void What_is_long_is_made_each_time_and_kept_nowhere()
    {
        var text = new string('x', 49);

        Assert.NotSame(Of(text), Of(text));
        Assert.Equal(2, made);
    }

    [Fact]
    public void What_is_said_all_the_time_stays_and_what_nobody_says_again_goes()
    {
        Of("once");
        for (var other = 0; other < 5_000; other++)
        {
            Of("yes please");
            Of($"something else {other}");
        }

        Assert.Equal(5_002, made);
        Of("once");
        Assert.Equal(5_003, made);
    }

    [Fact]
    public void Many_at_once_get_the_right_one() => Parallel.For(0, 20_000, number =>
    {
        var text = $"word {number % 1_500}";
        Assert.Equal(number % 1_500, (int)texts.Of(text, said => [int.Parse(said[5..], System.Globalization.CultureInfo.InvariantCulture)])[0]);
    });

    private float[] Of(string text) => texts.Of(text, _ => [made++]);
}
