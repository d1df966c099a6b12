using System.Text;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Importing;

public sealed class ImportFeedTests
{
    [Fact]
    public async Task The_same_feed_twice_changes_nothing_whatever_order_it_comes_in()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1), ARecord.Numbered(2), ARecord.Numbered(3));
        await feed.ImportAsync();
        var manifest = File.ReadAllText(Path.Combine(feed.FeedPath, "feed.json"));

        var report = await feed.With(ARecord.Numbered(3), ARecord.Numbered(1), ARecord.Numbered(2)).ImportAsync();

        Assert.False(report.IsChanged);
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(feed.FeedPath, "feed.json")));
    }

    [Fact]
    public async Task What_is_gone_from_the_feed_is_gone_and_what_changed_is_counted()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1), ARecord.Numbered(2), ARecord.Numbered(3));
        await feed.ImportAsync();

        var report = await feed.With(ARecord.Numbered(2).With("description", "New words."), ARecord.Numbered(3), ARecord.Numbered(4)).ImportAsync();

        Assert.Equal((true, 1, 1, 1), (report.IsChanged, report.Added, report.Changed, report.Gone));
        Assert.DoesNotContain(feed.Kept, record => record.Contains(ARecord.Id(1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_record_is_named_and_left_out_and_the_others_are_taken()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1), ARecord.Numbered(2).With("status", "open").With("url", "nowhere"));

        var report = await feed.ImportAsync();

        Assert.Equal((1, 1, 2), (report.Taken, report.LeftOutRecords, report.LeftOut.Length));
        Assert.All(report.LeftOut, left => Assert.Equal(("page 1[1]", ARecord.Id(2), "Service 2"), (left.Where, left.Id, left.Name)));
        Assert.Contains("page 1[1] 'Service 2' (00000000-0000-4000-8000-000000000002): status: 'open' is not one of", File.ReadAllText(report.ReportPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_an_id_is_named_and_left_out()
    {
        using var feed = new TestFeed();
        feed.With(ARecord.Numbered(1), ARecord.Numbered(1).With("id", ARecord.Id(1).ToUpperInvariant()).With("name", "Other"), ARecord.Numbered(2));

        var report = await feed.ImportAsync();

        Assert.Equal((2, "Other", "The id is that of page 1[0] too; the first counts."), (report.Taken, Assert.Single(report.LeftOut).Name, report.LeftOut[0].Message));
    }

    [Fact]
    public async Task A_feed_without_one_good_record_leaves_what_was_there()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1));
        await feed.ImportAsync();

        var report = await feed.With(ARecord.Numbered(2).Without("name")).ImportAsync();

        Assert.Contains("no record in it that can be taken", report.Refusal, StringComparison.Ordinal);
        Assert.Contains(ARecord.Id(1), Assert.Single(feed.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_gives_its_good_files_and_names_the_broken_one()
    {
        using var feed = new TestFeed();
        feed.WriteFile("in/a.json", $"[{ARecord.Numbered(1)}]");
        feed.WriteFile("in/b.json", $"[{ARecord.Numbered(2)},\n{{\"id\":");
        feed.WriteFile("in/deeper/c.ndjson", $"{ARecord.Numbered(3)}\nnot json\n{ARecord.Numbered(4)}\n");

        var report = await feed.ImportAsync(Path.Combine(feed.Path, "in"));

        Assert.Equal(3, report.Taken);
        Assert.Equal(["b.json", "deeper/c.ndjson[1]"], report.LeftOut.Select(left => left.Where).ToArray());
        Assert.Contains("stops being JSON at line 2", report.LeftOut[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_the_older_csv_tables_are_each_explained()
    {
        using var feed = new TestFeed();
        feed.WriteFile("csv/services.csv", "id,name,status\n1,Fair Oaks,active\n2,\"Second, Career\",active\n");

        var report = await feed.ImportAsync(Path.Combine(feed.Path, "csv"));

        Assert.NotNull(report.Refusal);
        Assert.Equal(["Fair Oaks", "Second, Career"], report.LeftOut.Select(left => left.Name).Distinct().ToArray());
    }

    [Fact]
    public async Task An_import_that_breaks_off_leaves_no_half_feed()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1));
        await feed.ImportAsync();
        File.WriteAllText(Path.Combine(feed.FeedPath, "services-0000000000000000.ndjson.half.tmp"), "{");

        Assert.Contains(ARecord.Id(1), Assert.Single(feed.Kept), StringComparison.Ordinal);
        Assert.True((await feed.With(ARecord.Numbered(2)).ImportAsync()).IsChanged);
        Assert.Contains(ARecord.Id(2), Assert.Single(feed.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_kept_without_markup_and_hidden_characters()
    {
        using var feed = new TestFeed().With(ARecord.Numbered(1).With("description", "<p>Lunch &amp; <script>alert(1)</script>tea\u202E</p>"));

        await feed.ImportAsync();

        Assert.Contains("\"description\":\"Lunch \\u0026 tea\"", Assert.Single(feed.Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_still_as_published_when_nothing_is_left_of_its_markup()
    {
        const string markup = "<script>alert(1)</script>";
        using var feed = new TestFeed().With(ARecord.Numbered(1).With("description", markup).With("organization.description", markup).With("alert", markup)
            .WithJson("service_at_locations.0.location.addresses", """[{"id":"ac148810-d857-441c-9679-408f346de141","address_1":"<br>","city":"","state_province":"<i></i>","postal_code":"","country":"GB","address_type":"physical"}]""")
            .WithJson("attributes", """[{"id":"ac148810-d857-441c-9679-408f346de142","taxonomy_term":{"id":"ac148810-d857-441c-9679-408f346de143","name":"<b></b>","description":"<hr>"}}]"""));

        await feed.ImportAsync();

        Assert.True(PublishedSchemata.Service.Evaluate(System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(Assert.Single(feed.Kept)), PublishedSchemata.Options).IsValid);
    }

    [Fact]
    public async Task A_mark_of_the_encoding_before_the_text_is_no_fault()
    {
        using var feed = new TestFeed();
        var path = feed.WriteFile("a.json", "");
        File.WriteAllText(path, $"[{ARecord.Numbered(1)}]", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(1, (await feed.ImportAsync(path)).Taken);
    }
}
