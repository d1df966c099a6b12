using TransformingLives.Knowledge.Synonyms;

namespace TransformingLives.Knowledge.Tests.Synonyms;

/// <summary>Words that mean the same are read as one, and nothing else is touched.</summary>
public sealed class SynonymGroupsTests
{
    private static readonly SynonymGroups Groups = new([["blue badge", "disabled parking permit", "orange badge"], ["walking frame", "zimmer frame", "zimmer"], ["care home", "old people's home"]]);

    [Theory]
    [InlineData("how do I get a disabled parking permit?", "how do I get a blue badge?")]
    [InlineData("Zimmer frames in Ely", "walking frame in Ely")]
    [InlineData("is there an old peoples home, or an old people’s home", "is there an care home, or an care home")]
    [InlineData("a ZIMMER and an orange badge", "a walking frame and an blue badge")]
    [InlineData("blue badges and walking frames", "blue badges and walking frames")]
    [InlineData("an orange, a badge and a frame", "an orange, a badge and a frame")]
    [InlineData("", "")]
    public void Each_entry_is_read_as_the_first_of_its_group_whatever_its_endings(string written, string read) => Assert.Equal(read, Groups.Read(written));

    [Fact]
    public void The_longest_entry_wins() => Assert.Equal("walking frame", Groups.Read("zimmer frame"));

    [Fact]
    public void Without_groups_every_text_stands_as_it_is() => Assert.Equal("zimmer frame", SynonymGroups.None.Read("zimmer frame"));
}
