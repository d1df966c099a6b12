using TransformingLives.Knowledge.ServiceDirectory.Serving;

namespace TransformingLives.Bot.Tests.Hosting.Reloading;

public sealed class ContentReloadTests(ContentReloadTests.Edited edited) : IClassFixture<ContentReloadTests.Edited>
{
    private const string Feed = """[{"id":"ac148810-d857-441c-9679-408f346de14b","name":"Zebra Crossing Club","status":"active","organization":{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Zebra","description":"A club"}}]""";
    private static readonly CatalogueQuery Zebra = new() { Search = "zebra" };
    private readonly EditedCouncil council = edited.Council;

    [Fact]
    public async Task A_change_is_put_in_place_when_it_has_come_to_rest()
    {
        council.Edit("council.yaml", text => text.Replace("name: Example County Council", "name: Sample County Council", StringComparison.Ordinal));

        Assert.False(await council.Reload.LookAsync(CancellationToken.None));
        Assert.Equal("Example County Council", council.Source.At(default).Content.Council.Name);
        Assert.True(await council.Reload.LookAsync(CancellationToken.None));
        Assert.Equal("Sample County Council", council.Source.At(default).Content.Council.Name);
        Assert.False(await council.LookTwiceAsync());
    }

    [Fact]
    public async Task A_broken_edit_keeps_the_old_says_what_is_wrong_and_is_forgotten_when_mended()
    {
        const string good = "\"name\": \"Ely Thursday Lunch Club\"";
        var before = council.Knowledge;
        council.Edit("services/local-samples.json", text => text.Replace(good, "\"name\": 7", StringComparison.Ordinal));

        Assert.False(await council.LookTwiceAsync());
        var state = council.Reload.State;
        Assert.NotNull(state.FailedAt);
        Assert.Contains(state.Problems, problem => problem is { File: "services/local-samples.json", Line: > 1, Field: "[0].name" });
        Assert.Same(before, council.Knowledge);

        council.Edit("services/local-samples.json", text => text.Replace("\"name\": 7", good, StringComparison.Ordinal));

        Assert.True(await council.LookTwiceAsync());
        Assert.Null(council.Reload.State.FailedAt);
    }

    [Fact]
    public async Task An_imported_feed_is_there_without_a_restart_and_what_is_gone_from_it_is_gone_from_answers()
    {
        await council.ImportAsync(Feed);

        Assert.True(await council.LookTwiceAsync());
        Assert.Single(council.Knowledge.Catalogue.Services(Zebra));

        await council.ImportAsync(Feed.Replace("Zebra Crossing", "Pelican Crossing", StringComparison.Ordinal).Replace("\"Zebra\"", "\"Pelican\"", StringComparison.Ordinal));

        Assert.True(await council.LookTwiceAsync());
        Assert.Empty(council.Knowledge.Catalogue.Services(Zebra));
    }

    [Fact]
    public async Task The_same_feed_again_reloads_nothing()
    {
        await council.ImportAsync(Feed);
        await council.LookTwiceAsync();

        await council.ImportAsync(Feed);

        Assert.False(await council.LookTwiceAsync());
    }

    [Fact]
    public async Task What_is_borrowed_stays_open_until_it_is_given_back()
    {
        using var loan = council.Source.Borrow(default);
        var old = loan.Surroundings.Knowledge;
        await council.ImportAsync(Feed.Replace("A club", "Another club", StringComparison.Ordinal));
        await council.LookTwiceAsync();

        Assert.NotSame(old, council.Knowledge);
        Assert.NotEmpty(old.Catalogue.Services(new CatalogueQuery { Search = "lunch" }));
        loan.Dispose();
        Assert.ThrowsAny<ObjectDisposedException>(() => old.Catalogue.Services(new CatalogueQuery { Search = "lunch" }));
    }

    /// <summary>One council that is edited by one test after another.</summary>
    public sealed class Edited : IAsyncLifetime
    {
        internal EditedCouncil Council { get; private set; } = null!;

        public async Task InitializeAsync() => Council = await EditedCouncil.OpenAsync();

        public async Task DisposeAsync() => await Council.DisposeAsync();
    }
}
