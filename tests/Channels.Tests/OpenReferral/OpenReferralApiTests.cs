using System.Net;
using System.Text.Json;
using Json.Schema;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Channels.Tests.OpenReferral;

public sealed class OpenReferralApiTests(OpenReferralApiTests.Served served) : IClassFixture<OpenReferralApiTests.Served>
{
    private readonly RunningCouncil council = served.Council;

    public static TheoryData<string> Lists => ["services", "service_at_locations", "taxonomies", "taxonomy_terms"];

    [Fact]
    public async Task It_says_which_standard_it_keeps_and_where_it_is_described()
    {
        var about = await GetAsync("/api");

        Assert.Equal("HSDS-UK-3.0", about.GetProperty("version").GetString());
        Assert.Equal("3.0.0", (await GetAsync(about.GetProperty("openapi_url").GetString()!)).GetProperty("openapi").GetString());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_record_of_every_list_is_as_published_short_and_whole(string list)
    {
        foreach (var full in new[] { "false", "true" })
        {
            var pages = await PagesAsync($"/api/{list}?per_page=100&full={full}");
            Assert.NotEmpty(pages);
            Assert.All(pages, record => AssertIsAsPublished(list, record));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Each_record_of_a_list_is_had_by_its_id_whole_and_as_published(string list)
    {
        foreach (var record in (await GetAsync($"/api/{list}?per_page=40")).GetProperty("contents").EnumerateArray())
        {
            var whole = await GetAsync($"/api/{list}/{record.GetProperty("id").GetString()}");

            AssertIsAsPublished(list, whole);
            Assert.Equal(record.GetProperty("id").GetString(), whole.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task Pages_say_where_they_are_and_leave_nothing_out()
    {
        var first = await GetAsync("/api/services?per_page=7");
        var total = first.GetProperty("total_items").GetInt32();
        var pages = (total + 6) / 7;
        var last = await GetAsync($"/api/services?per_page=7&page={pages}");
        var beyond = await GetAsync($"/api/services?per_page=7&page={pages + 1}");

        Assert.Equal((pages, 1, 7, true, false, false), Paging(first));
        Assert.Equal((pages, pages, total - (7 * (pages - 1)), false, true, false), Paging(last));
        Assert.Equal((pages, pages + 1, 0, false, true, true), Paging(beyond));
        Assert.Equal(total, (await PagesAsync("/api/services?per_page=7")).Select(record => record.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_list_shows_what_there_is_one_of_and_none_of_what_there_are_many()
    {
        var record = (await GetAsync("/api/services?per_page=1")).GetProperty("contents")[0];

        Assert.True(record.TryGetProperty("organization", out _));
        Assert.DoesNotContain(record.EnumerateObject(), property => property.Value.ValueKind == JsonValueKind.Array);
    }

    [Fact]
    public async Task A_service_at_a_location_has_both()
    {
        var id = (await GetAsync("/api/service_at_locations?per_page=1")).GetProperty("contents")[0].GetProperty("id").GetString();
        var whole = await GetAsync($"/api/service_at_locations/{id}");

        AssertIsAsPublished("services", whole);
        Assert.True(whole.GetProperty("location").TryGetProperty("addresses", out _));
        Assert.False(whole.GetProperty("service").TryGetProperty("service_at_locations", out _));
        Assert.True(whole.GetProperty("service").TryGetProperty("attributes", out _));
    }

    [Fact]
    public async Task Lines_give_every_record_whole_without_pages()
    {
        var lines = (await council.Http.GetStringAsync("/api/services?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((await GetAsync("/api/services")).GetProperty("total_items").GetInt32(), lines.Length);
        Assert.All(lines, line => AssertIsAsPublished("services", JsonSerializer.Deserialize<JsonElement>(line)));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("per_page=many", "per_page")]
    [InlineData("page=99999999999999", "page")]
    [InlineData("day=someday", "day")]
    [InlineData("start_time=later", "start_time")]
    [InlineData("minimum_age=old", "minimum_age")]
    [InlineData("modified_after=once", "modified_after")]
    [InlineData("postcode=ZZ99", "postcode")]
    [InlineData("postcode=CB7&proximity=near", "proximity")]
    [InlineData("format=csv", "format")]
    public async Task What_is_not_understood_is_named(string query, string parameter)
    {
        using var answer = await council.Http.GetAsync($"/api/services?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("services/nonsense")]
    [InlineData("services/00000000-0000-4000-8000-000000000000")]
    [InlineData("taxonomies/%3Cscript%3E")]
    [InlineData("service_at_locations/x")]
    public async Task An_id_that_is_not_there_is_not_found(string path)
    {
        using var answer = await council.Http.GetAsync($"/api/{path}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "services")]
    [InlineData("OPTIONS", "services/x")]
    [InlineData("GET", "services/x")]
    public async Task Any_page_may_read_it(string method, string path)
    {
        using var answer = await council.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/{path}") { Headers = { { "Origin", "https://other.example" } } });

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Nobody_writes_to_it()
    {
        using var answer = await council.Http.PostAsync("/api/services", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static void AssertIsAsPublished(string list, JsonElement record)
    {
        var schema = list switch
        {
            "services" => PublishedSchemata.Service,
            "service_at_locations" => PublishedSchemata.ServiceAtLocation,
            "taxonomies" => PublishedSchemata.Taxonomy,
            _ => PublishedSchemata.TaxonomyTerm,
        };
        var result = schema.Evaluate(record, PublishedSchemata.Options);
        Assert.True(result.IsValid, $"{record.GetRawText()}\n{string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}"))}");
    }

    private static (int, int, int, bool, bool, bool) Paging(JsonElement page) => (
        page.GetProperty("total_pages").GetInt32(), page.GetProperty("page_number").GetInt32(), page.GetProperty("size").GetInt32(),
        page.GetProperty("first_page").GetBoolean(), page.GetProperty("last_page").GetBoolean(), page.GetProperty("empty").GetBoolean());

    private async Task<List<JsonElement>> PagesAsync(string address)
    {
        var records = new List<JsonElement>();
        for (var number = 1; ; number++)
        {
            var page = await GetAsync($"{address}&page={number}");
            records.AddRange(page.GetProperty("contents").EnumerateArray());
            if (page.GetProperty("last_page").GetBoolean())
            {
                return records;
            }
        }
    }

    private async Task<JsonElement> GetAsync(string address) => JsonSerializer.Deserialize<JsonElement>(await council.Http.GetStringAsync(address));

    /// <summary>One server for all: reading changes nothing.</summary>
    public sealed class Served : IAsyncLifetime
    {
        internal RunningCouncil Council { get; private set; } = null!;

        public async Task InitializeAsync() => Council = await RunningCouncil.StartAsync();

        public async Task DisposeAsync() => await Council.DisposeAsync();
    }
}
