using System.Collections.Frozen;
using TransformingLives.Bot.LanguageModel.Masking;

namespace TransformingLives.LanguageModel.Tests.Masking;

/// <summary>What leaves the machine, and what comes back.</summary>
public sealed class PersonalMaskTests
{
    private static readonly FrozenSet<string> Ordinary = "my mum is and lives at she was born on ring me her name can't walk to the shop my in green write on or about it's again reference baker rose may need help with meals no".Split(' ').ToFrozenSet();

    [Theory]
    [InlineData("my mum Doreen Baker can't walk", "Doreen", "Baker")]
    [InlineData("my mum doreen baker can't walk", "doreen", "baker")]
    [InlineData("Rose can't walk to the shop", "Rose")]
    [InlineData("her name is zbigniew", "zbigniew")]
    [InlineData("ring me on 07700 900118", "07700", "900118")]
    [InlineData("ring me on +44 (0)7700-900-118", "7700", "900")]
    [InlineData("ring me on oh seven seven double oh nine", "seven")]
    [InlineData("she lives at 12 Mill Lane", "12", "Mill", "Lane")]
    [InlineData("she lives at 4b green close, CB7 4EE", "4b", "close", "CB7", "4EE")]
    [InlineData("in cb74ee", "cb74ee")]
    [InlineData("she was born on 4 May 1938", "4 May", "1938")]
    [InlineData("she was born on 04/05/38", "04/05", "38")]
    [InlineData("she was born on the fourth of may nineteen thirty eight", "fourth", "thirty")]
    [InlineData("she was born on may 4th", "4th")]
    [InlineData("write to doreen@example.org", "doreen", "example")]
    [InlineData("my reference is TL-2026-ABC123", "TL-2026", "ABC123")]
    [InlineData("her NHS no is 943 476 5919", "943", "5919")]
    public void What_says_who_somebody_is_stays_here_and_comes_back(string text, params string[] personal)
    {
        var mask = new PersonalMask(Ordinary, FrozenSet<string>.Empty);

        var leaves = mask.Of(text);

        Assert.All(personal, words => Assert.DoesNotContain(words, leaves, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(text, mask.Back(leaves));
    }

    [Fact]
    public void Ordinary_words_leave_as_they_are()
    {
        var mask = new PersonalMask(Ordinary, FrozenSet<string>.Empty);

        Assert.Equal("my mum can't walk to the shop, she may need help with meals", mask.Of("my mum can't walk to the shop, she may need help with meals"));
        Assert.False(mask.HasTaken);
    }

    [Fact]
    public void What_the_person_told_before_stays_here_even_when_it_is_an_ordinary_word() =>
        Assert.Equal("[NAME1] can't walk", new PersonalMask(Ordinary, new HashSet<string> { "green" }).Of("green can't walk"));

    [Fact]
    public void Somebody_who_writes_marks_gets_no_other_persons_words_back()
    {
        var mask = new PersonalMask(Ordinary, FrozenSet<string>.Empty);
        mask.Of("my mum Doreen");

        Assert.DoesNotContain("[NAME1]", mask.Of("my mum [NAME1]"), StringComparison.Ordinal);
        Assert.Equal("[NAME7]", mask.Back("[NAME7]"));
    }
}
