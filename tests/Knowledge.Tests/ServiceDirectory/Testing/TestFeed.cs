using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

/// <summary>A directory that is imported from a feed whose pages a test writes.</summary>
internal sealed class TestFeed : HttpMessageHandler
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transforming-lives-");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What the API has, one record each.</summary>
    public List<string> Records { get; } = [];

    /// <summary>The list shows names only; the rest is had by id.</summary>
    public bool ListIsShort { get; set; }

    /// <summary>Answers instead of the pages, when it gives something.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; set; } = _ => null;

    public List<Uri> Asked { get; } = [];

    public string Path => folder.FullName;

    public string FeedPath => System.IO.Path.Combine(Path, "directory", "example");

    /// <summary>What is imported now, one record a line.</summary>
    public string[] Kept => new FeedFolder(FeedPath) is var feed && feed.Read() is { } manifest ? Encoding.UTF8.GetString(feed.ReadRecords(manifest)).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

    public TestFeed With(params IEnumerable<ARecord> records)
    {
        Records.Clear();
        Records.AddRange(records.Select(record => record.ToString()));
        return this;
    }

    public Task<ImportReport> ImportAsync(string from = "https://example.gov.uk/api") =>
        new DirectoryImport(new FeedClient(new HttpClient(this, disposeHandler: false)), clock).RunAsync(new ImportRequest(from, "example", System.IO.Path.Combine(Path, "directory"), Path), null, CancellationToken.None);

    public string WriteFile(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static HttpResponseMessage Json(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request.RequestUri!);
        }

        return Task.FromResult(Instead(request) ?? Answer(request.RequestUri!));
    }

    protected override void Dispose(bool disposing)
    {
        folder.Delete(recursive: true);
        base.Dispose(disposing);
    }

    private HttpResponseMessage Answer(Uri asked)
    {
        if (asked.AbsolutePath == "/api/services")
        {
            return Json(Page(int.Parse(HttpUtility.ParseQueryString(asked.Query)["page"]!)));
        }

        var found = Records.FirstOrDefault(record => asked.AbsolutePath.EndsWith(JsonSerializer.Deserialize<JsonElement>(record).GetProperty("id").GetString()!, StringComparison.Ordinal));
        return found is null ? new HttpResponseMessage(HttpStatusCode.NotFound) : Json(found);
    }

    private string Page(int number)
    {
        const int size = 2;
        var pages = (Records.Count + size - 1) / size;
        var shown = Records.Skip((number - 1) * size).Take(size).Select(record => ListIsShort ? Short(record) : record);
        return $$"""{"total_items":{{Records.Count}},"total_pages":{{pages}},"page_number":{{number}},"size":{{size}},"first_page":{{(number == 1 ? "true" : "false")}},"last_page":{{(number >= pages ? "true" : "false")}},"empty":false,"contents":[{{string.Join(',', shown)}}]}""";
    }

    private static string Short(string record)
    {
        var whole = JsonSerializer.Deserialize<JsonElement>(record);
        return JsonSerializer.Serialize(new { id = whole.GetProperty("id"), name = whole.GetProperty("name"), status = "active" });
    }
}
