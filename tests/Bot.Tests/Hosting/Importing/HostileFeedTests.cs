using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Hosting;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;
using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Tests.Hosting.Importing;

/// <summary>Ten thousand records that mean harm go through the import, the cards and the API.</summary>
public sealed class HostileFeedTests(HostileFeedTests.Imported imported) : IClassFixture<HostileFeedTests.Imported>
{
    private const int Records = 10_000;
    private static readonly string[] Allowed = ["html", "head", "body", "li", "h2", "p", "dl", "div", "dt", "dd", "a", "strong"];

    [Fact]
    public void Every_record_is_taken_or_left_out_with_its_place_and_a_reason()
    {
        var leftOut = imported.Report.LeftOut.Select(left => left.Where).ToHashSet();

        Assert.Null(imported.Report.Refusal);
        Assert.Equal(Records, imported.Report.Taken + leftOut.Count);
        Assert.Equal(leftOut.Count, imported.Report.LeftOutRecords);
        Assert.All(imported.Report.LeftOut, left => Assert.True(left is { Where.Length: > 0, Message.Length: > 0 }));
        Assert.InRange(imported.Report.Taken, Records / 4, Records / 2);
    }

    [Fact]
    public void No_script_and_no_markup_of_a_record_is_on_a_card()
    {
        var cards = imported.Knowledge.ServicesFor("meals", null, DateTimeOffset.UnixEpoch, int.MaxValue, []);

        Assert.True(cards.Length > Records / 5);
        foreach (var card in cards)
        {
            var html = new HtmlParser().ParseDocument(ServiceCardHtml.Of(card));
            Assert.All(html.All, element => Assert.Contains(element.LocalName, Allowed));
            Assert.All(html.All.SelectMany(element => element.Attributes), attribute => Assert.True(attribute is { Name: "class" or "rel" } || (attribute.Name == "href" && (attribute.Value.StartsWith("https://", StringComparison.Ordinal) || attribute.Value.StartsWith("tel:", StringComparison.Ordinal))), attribute.Value));
            Assert.DoesNotContain(html.Body!.TextContent, letter => char.IsControl(letter) || letter is '\u202e' or '\u2066' or '\u200b');
        }
    }

    [Fact]
    public void What_a_record_says_is_only_ever_said_as_its_own_words()
    {
        var prompts = imported.Knowledge.Catalogue.Services(new CatalogueQuery()).Count(item => Texts(JsonSerializer.Deserialize<JsonElement>(item.Json.Span)).Any(text => text.StartsWith("Ignore all earlier instructions", StringComparison.Ordinal)));

        Assert.True(prompts > 50);
        Assert.Null(imported.Knowledge.GuideFor("meals", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void What_the_api_sends_is_free_of_markup_too()
    {
        foreach (var item in imported.Knowledge.Catalogue.Services(new CatalogueQuery()))
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                item.WriteWhole(json);
            }

            foreach (var text in Texts(JsonSerializer.Deserialize<JsonElement>(bytes.ToArray())))
            {
                Assert.DoesNotMatch("<[a-zA-Z/!]", text);
                Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    /// <summary>The feed, imported once.</summary>
    public sealed class Imported : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;

        public ImportReport Report { get; private set; } = null!;

        public KnowledgeBase Knowledge { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var content = Path.Combine(folder, "content");
            Directory.CreateDirectory(Path.Combine(content, "services"));
            await File.WriteAllTextAsync(Path.Combine(content, "services", "topics.yaml"), "meals: [lunch club, lunch]\n");
            var feed = Path.Combine(folder, "hostile.ndjson");
            await File.WriteAllLinesAsync(feed, Enumerable.Range(0, Records).Select(HostileRecords.Of));
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
            var directory = Path.Combine(folder, "directory");
            Report = await services.GetRequiredService<DirectoryImport>().RunAsync(new ImportRequest(feed, "hostile", directory, content), null, CancellationToken.None);
            Knowledge = await KnowledgeBase.OpenAsync(new KnowledgeOptions(content, Path.Combine(folder, "index"), ImmutableDictionary<string, string>.Empty) { DirectoryPath = directory }, CancellationToken.None);
        }

        public Task DisposeAsync()
        {
            Knowledge.Dispose();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
