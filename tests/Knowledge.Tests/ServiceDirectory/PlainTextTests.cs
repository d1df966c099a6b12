using CsCheck;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Plain words.", "Plain words.")]
    [InlineData("  two   spaces ", "two spaces")]
    [InlineData("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three")]
    [InlineData("<script>alert(1)</script>Lunch", "Lunch")]
    [InlineData("Lunch<img src=x onerror=alert(1)>", "Lunch")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;Lunch", "Lunch")]
    [InlineData("&amp;lt;b&amp;gt;Lunch", "Lunch")]
    [InlineData("Ages < 5 and > 3", "Ages < 5 and > 3")]
    [InlineData("a\u0000b\u202Ec\u200Bd", "a bcd")]
    [InlineData("tabs\tand\r\nlines", "tabs and\nlines")]
    [InlineData("Café – £5", "Café – £5")]
    [InlineData(null, "")]
    public void Words_stay_and_markup_and_hidden_characters_go(string? written, string read) => Assert.Equal(read, PlainText.From(written));

    [Fact]
    public void Nested_markup_of_the_greatest_length_is_taken_off() =>
        Assert.Equal("end", PlainText.From(string.Concat(Enumerable.Repeat("<b>", 3_000)) + "end"));

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        string[] pieces = ["<b>", "</p>", "<script>", "&lt;", "words", " ", "\n", "\u202E", "é", "&#0;", "<!--", "-->"];
        Gen.Int[0, pieces.Length - 1].Array[0, 12].Select(picked => string.Concat(picked.Select(index => pieces[index])))
            .Sample(text => PlainText.From(PlainText.From(text)) == PlainText.From(text), iter: 2_000);
    }

    [Fact]
    public void A_cut_never_halves_a_character() => Assert.Equal("ab", PlainText.Line("ab😀", 3));
}
