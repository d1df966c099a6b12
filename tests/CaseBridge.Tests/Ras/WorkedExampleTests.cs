using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.CaseBridge.Tests.Ras;

/// <summary>People of the councils' papers, worked out by hand.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData("Cheshire East, a man with MS", "12+10+12+6+14+6+7+6+8+10+9+0", 100, "620.00", "2480.00")]
    [InlineData("Cambridgeshire, Mrs Jones, as if Mr Jones did nothing", "9+7+5+4+6+6+4+0+6+7+6+0", 60, "285.00", "1140.00")]
    [InlineData("Cambridgeshire, Mr Jones, his own needs", "2+2+0+1+6+4+4+0+4+4+2+0", 29, "100.50", "402.00")]
    [InlineData("Leicestershire, Bhavesh's wife", "5+7+5+4+10+4+2+0+6+4+4+0", 51, "226.50", "906.00")]
    [InlineData("Leicestershire, Vic before reablement", "9+4+2+2+3+4+2+2+4+0+2+0", 34, "127.00", "508.00")]
    [InlineData("Leicestershire, Vic after reablement", "2+2+0+1+0+2+2+2+2+0+0+0", 13, "35.50", "142.00")]
    [InlineData("Leicestershire, Malcolm leaving residential care", "9+4+0+2+3+6+4+6+8+7+9+0", 58, "272.00", "1088.00")]
    [InlineData("Leicestershire, Malcolm twelve months later", "2+2+0+0+0+2+2+4+4+2+4+0", 22, "69.00", "276.00")]
    [InlineData("Dudley, Mr Jones", "9+7+9+4+6+6+4+2+8+4+9+0", 68, "341.00", "1364.00")]
    public void Each_person_of_the_papers_gets_the_sum_worked_out_by_hand(string who, string points, int total, string weekly, string fourWeekly)
    {
        var estimate = ShippedTable.Estimate(ShippedTable.Levels(points));
        Assert.True(total == estimate.Points, who);
        Assert.Equal(decimal.Parse(weekly), estimate.Weekly);
        Assert.Equal(decimal.Parse(fourWeekly), estimate.FourWeekly);
    }

    [Theory]
    [InlineData("0=0 5=12.50 10=25 15=42.50 20=60 25=82.50 30=105 35=132.50 40=160 45=190 50=220 55=252.50 60=285 65=320 70=355 75=395 80=435 85=480 90=525 95=572.50 100=620")]
    public void Every_fifth_score_has_the_price_of_the_paper(string row)
    {
        foreach (var pair in row.Split(' ').Select(pair => pair.Split('=')))
        {
            Assert.Equal(decimal.Parse(pair[1]), EstimateBudget.WeeklyFor(ShippedTable.Table, int.Parse(pair[0])));
        }
    }

    [Fact]
    public void The_working_says_each_step_in_words()
    {
        var estimate = ShippedTable.Estimate(ShippedTable.Levels("9+4+2+2+3+4+2+2+4+0+2+0"));
        Assert.Equal(
            [
                "9 + 4 + 2 + 2 + 3 + 4 + 2 + 2 + 4 + 0 + 2 + 0 = 34 points.",
                "The table gives £105.00 for 30 points and £160.00 for 40: £105.00 + 4 × £5.50 = £127.00 a week.",
                "For four weeks: 4 × £127.00 = £508.00.",
            ],
            estimate.Working.AsEnumerable());
    }
}
