using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Figures;

public sealed class FigureTablesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(1234, "1,234")]
    public void A_small_number_is_not_told(int count, string shown)
    {
        Assert.Equal(shown, FigureRow.Count("x", count).Value);
        Assert.Equal(count is > 0 and < 5, FigureRow.Count("x", count).Bar is null);
    }

    [Fact]
    public void A_period_is_of_whole_days_in_London_also_where_the_clocks_change()
    {
        var period = FiguresPeriod.Of(28, new DateTimeOffset(2026, 11, 1, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal((new DateTimeOffset(2026, 10, 4, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero)), (period.From, period.Until));
    }

    [Fact]
    public void A_time_that_nobody_offers_becomes_four_weeks() => Assert.Equal(28, FiguresPeriod.Of(100_000, Now).Days);

    [Fact]
    public void The_share_of_waits_is_of_the_nearest_rank()
    {
        ImmutableArray<TimeSpan> waits = [.. Enumerable.Range(1, 10).Select(minutes => TimeSpan.FromMinutes(minutes))];

        Assert.Equal((5, 9, 10), (Quantile.Of(waits, 0.5).Minutes, Quantile.Of(waits, 0.9).Minutes, Quantile.Of(waits, 1).Minutes));
        Assert.Equal(1, Quantile.Of([TimeSpan.FromMinutes(1)], 0.5).Minutes);
    }

    [Fact]
    public void A_field_that_a_spreadsheet_would_reckon_is_words()
    {
        var csv = FiguresCsv.Of([new FigureTable("t", "A, \"B\"", "", "", [new FigureRow("=1+1", "-2")])]);

        Assert.Equal("table,row,value\r\n\"A, \"\"B\"\"\",'=1+1,'-2\r\n", csv);
    }

    [Fact]
    public async Task A_manager_sees_figures_and_saves_them_on_a_day_without_any()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var manager = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);

        Assert.Contains("<strong>0</strong> conversations", await manager.ReadAsync("/desk/figures?days=7"), StringComparison.Ordinal);
        Assert.StartsWith("table,row,value\r\n", await manager.ReadAsync("/desk/figures.csv"), StringComparison.Ordinal);
    }
}
