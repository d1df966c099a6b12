using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Knowledge.Tests.Spelling;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Known = new(["commode", "stairlift", "befriending"]);

    [Theory]
    [InlineData("comode", "commode")]
    [InlineData("stairlft", "stairlift")]
    [InlineData("befreinding", "befriending")]
    public void One_slip_is_put_right(string word, string expected) => Assert.Equal(expected, Known.Right(word));

    [Theory]
    [InlineData("commode")]
    [InlineData("common")]
    [InlineData("comd")]
    [InlineData("xommode")]
    [InlineData("stairs")]
    public void A_known_ordinary_short_or_distant_word_is_left_alone(string word) => Assert.Null(Known.Right(word));
}
