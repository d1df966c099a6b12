using System.Collections.Frozen;
using TransformingLives.Bot.Desk.Unanswered;

namespace TransformingLives.Desk.Tests.Unanswered;

public sealed class WithoutPersonalDetailsTests
{
    private static readonly WithoutPersonalDetails Without = new(FrozenSet.ToFrozenSet(["can", "my", "the", "is", "for", "blue", "badge", "needs", "i", "need", "mend", "wheelchair", "and"]));

    [Theory]
    [InlineData("My name is Derek Okonkwo, can you mend a wheelchair", "My name is [name] can you mend a wheelchair")]
    [InlineData("my name is derek okonkwo and i need a wheelchair", "my name is [name] and i need a wheelchair")]
    [InlineData("it is for Mrs Baxter", "it is for Mrs [name]")]
    [InlineData("it is for mrs baxter", "it is for mrs [name]")]
    [InlineData("my husband Zbigniew needs a blue badge", "my husband [name] needs a blue badge")]
    [InlineData("is Kwame Asante's form there", "is [name] form there")]
    [InlineData("write to jo.smith@example.org please", "write to [address] please")]
    [InlineData("ring me on 07700 900 123", "ring me on [number]")]
    [InlineData("ring 01632-960-123 after 5", "ring [number] after [number]")]
    [InlineData("I am at 12 Fenwick Road CB7 4AA", "I am at [number] [street] Road [postcode]")]
    [InlineData("does cb74aa count", "does [postcode] count")]
    [InlineData("born 3/4/1951, NHS number 943 476 5919", "born [number] NHS number [number]")]
    [InlineData("do they come to Snettisham Parva", "do they come to [name]")]
    public void What_could_say_who_asked_is_taken_out(string asked, string shown) => Assert.Equal(shown, Without.Of(asked, FrozenSet<string>.Empty));

    [Theory]
    [InlineData("where can I get a stairlift mended?")]
    [InlineData("Do you lend wheelchairs? I need one for the weekend.")]
    [InlineData("can I hire a hoist")]
    public void What_was_asked_stays(string asked) => Assert.Equal(asked, Without.Of(asked, FrozenSet<string>.Empty));

    [Fact]
    public void What_they_told_us_of_themselves_elsewhere_goes_too() =>
        Assert.Equal("is there a thing for [name] of [name] here", Without.Of("is there a thing for okonkwo of fenwick here", FrozenSet.ToFrozenSet(["okonkwo", "fenwick"])));

    [Fact]
    public void A_long_story_is_cut()
    {
        var shown = Without.Of(string.Join(' ', Enumerable.Repeat("wheelchair", 100)), FrozenSet<string>.Empty);

        Assert.True(shown.Length < 170);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_made_of_nothing() => Assert.Equal("", Without.Of("  ", FrozenSet<string>.Empty));
}
