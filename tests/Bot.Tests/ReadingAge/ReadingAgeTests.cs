using System.Globalization;
using Xunit.Abstractions;

namespace TransformingLives.Bot.Tests.ReadingAge;

/// <summary>Everything a resident reads can be read at 9 to 11 years.</summary>
public sealed class ReadingAgeTests(ITestOutputHelper output)
{
    private const double OldestAge = 11;
    private const int LongestSentence = 30;

    [Theory]
    [InlineData("The cat sat on the mat.", 1, 6, 3.55)]
    [InlineData("Somebody will ring you. You can ask for a person at any time.", 2, 13, 7.38)]
    public void The_measure_is_the_published_formula(string text, int sentences, int words, double age)
    {
        var found = Readability.Sentences(text).ToList();
        Assert.Equal((sentences, words), (found.Count, found.Sum(Readability.Length)));
        Assert.Equal(age, Readability.Age(found), tolerance: 0.01);
    }

    [Theory]
    [InlineData("care", 1)]
    [InlineData("table", 2)]
    [InlineData("assessment", 3)]
    [InlineData("needed", 2)]
    [InlineData("helped", 1)]
    [InlineData("houses", 2)]
    [InlineData("indicative", 4)]
    [InlineData("everybody", 4)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) => Assert.Equal(syllables, Syllables.Of(word));

    [Fact]
    public void Every_file_can_be_read_at_eleven_years()
    {
        var files = ContentWords.All().ToList();
        var worst = files.SelectMany(file => file.Sentences.Select(sentence => (file.File, Sentence: sentence, Age: Readability.Age([sentence])))).Where(one => Readability.Length(one.Sentence) > 5).OrderByDescending(one => one.Age).Take(10);
        var all = Readability.Age(files.SelectMany(file => file.Sentences));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All content: {all:0.0} years. The ten hardest sentences:"));
        foreach (var (file, sentence, age) in worst)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {age:0.0}  {file}: {sentence}"));
        }

        var hard = files.Select(file => (file.File, Age: Readability.Age(file.Sentences))).Where(file => file.Age > OldestAge).OrderByDescending(file => file.Age).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.File} {file.Age:0.0}"));
        Assert.Empty(hard);
        Assert.InRange(all, 6, OldestAge);
    }

    [Fact]
    public void No_sentence_goes_on_for_too_long() =>
        Assert.Empty(ContentWords.All().SelectMany(file => file.Sentences.Where(sentence => Readability.Length(sentence) > LongestSentence).Select(sentence => $"{file.File}: {sentence}")));
}
