using System.Text;
using CsCheck;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Channels.Tests.Twilio;

namespace TransformingLives.Channels.Tests.Sms;

public sealed class LengthTests
{
    private const string Signs = "abcdefghij klm nopq ABC 0123 .,\n£@éàÅ€{}[]~^|\\’“”–…êôâ•½ 😀👍字мир";

    private static readonly string[] Runes = [.. Signs.EnumerateRunes().Select(rune => rune.ToString())];

    [Fact]
    public async Task We_count_text_messages_as_Twilio_does()
    {
        await using var calls = await TwilioCalls.StartAsync();
        string[] texts = [.. Samples(400), new('a', 160), new('a', 161), new('a', 306), new('a', 307), new string('a', 152) + "€" + new string('a', 20), new('ж', 70), new('ж', 71), "", "€", "😀"];

        var theirs = await calls.CountAsync(texts);

        Assert.Equal(theirs, texts.Select(TextSegments.Count));
    }

    [Fact]
    public void Every_page_fits_and_together_they_say_it_all() =>
        Gen.Int[0, Runes.Length - 1].Array[0, 1500].Select(places => string.Concat(places.Select(place => Runes[place]))).Sample(text =>
        {
            var pages = TextPages.Of(text, "Text MORE for the rest.");

            Assert.All(pages, page => Assert.True(TextSegments.Count(page) <= TextPages.MostSegments));
            Assert.Equal(Bare(Gsm7.Fold(text)), Bare(string.Concat(pages.Select((page, at) => at < pages.Length - 1 ? page[..^"\nText MORE for the rest.".Length] : page))));
        }, iter: 300);

    [Theory]
    [InlineData("Don’t worry – “ring us” … on 01632 960 100", "Don't worry - \"ring us\" ... on 01632 960 100")]
    [InlineData("Zoë ate crème brûlée", "Zoe ate crème brulée")]
    [InlineData("½ a mile", "1/2 a mile")]
    [InlineData("мир", "мир")]
    public void Look_alikes_stand_for_signs_that_the_alphabet_lacks(string text, string folded) => Assert.Equal(folded, Gsm7.Fold(text));

    private static IEnumerable<string> Samples(int count)
    {
        // Not for secrets: the same samples each time.
        var random = new Random(20261123);
        var runes = Signs.EnumerateRunes().ToArray();
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            var plain = random.Next(2) == 0;
            for (var length = random.Next(1, 500); length > 0; length--)
            {
                text.Append(runes[random.Next(plain ? 40 : runes.Length)].ToString());
            }

            yield return text.ToString();
        }
    }

    private static string Bare(string text) => new([.. text.Where(sign => !char.IsWhiteSpace(sign))]);
}
