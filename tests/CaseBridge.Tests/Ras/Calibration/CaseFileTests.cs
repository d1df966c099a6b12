using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.CaseBridge.Tests.Ras.Calibration;

public sealed class CaseFileTests
{
    private const string Head = "id,age_group,need,area,D01,D02,D03,D04,D05,D06,D07,D08,D09,D10,D11,D12,now";
    private static readonly RasTable Table = ShippedTable.Table;

    [Fact]
    public void Invented_cases_are_read_back_as_they_were_written()
    {
        var made = SyntheticCases.Make(Table, ["East patch"], 300, seed: 3).ToList();
        using var text = new StringWriter();
        CaseFile.Write(text, Table, made);

        var (cases, problems) = CaseFile.Read("cases.csv", new StringReader(text.ToString()), Table);

        Assert.Empty(problems);
        Assert.Equal(made.Select(one => (one.Id, one.AgeGroup, one.Need, one.Area, one.Now)), cases.Select(one => (one.Id, one.AgeGroup, one.Need, one.Area, one.Now)));
        Assert.All(made.Zip(cases), pair => Assert.Equal(pair.First.Levels, pair.Second.Levels));
    }

    [Fact]
    public void The_same_seed_invents_the_same_people() =>
        Assert.Equal(
            SyntheticCases.Make(Table, ["East"], 50, seed: 3).Select(one => (one.Need, one.Now)),
            SyntheticCases.Make(Table, ["East"], 50, seed: 3).Select(one => (one.Need, one.Now)));

    [Theory]
    [InlineData("1,18 to 64,Physical,East,9,0,0,0,0,0,0,0,0,0,0,0,", "D01")]
    [InlineData("1,18 to 64,Physical,East,0,0,0,0,0,4,0,0,0,0,0,0,", "D06")]
    [InlineData("1,18 to 64,Physical,East,0,0,,0,0,0,0,0,0,0,0,0,", "D03")]
    [InlineData("1,18 to 64,Physical,East,0,0,0,0,0,0,0,0,0,0,0,0,plenty", "now")]
    [InlineData("1,18 to 64,Physical", "D01")]
    public void What_is_wrong_is_told_with_its_line_and_column(string row, string column)
    {
        var (cases, problems) = CaseFile.Read("cases.csv", new StringReader($"{Head}\n0,18 to 64,Physical,East,0,0,0,0,0,0,0,0,0,0,0,0,\n{row}\n"), Table);
        Assert.Empty(cases);
        Assert.Equal((3, column), (problems[0].Line, problems[0].Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,need\n1,Physical")]
    public void A_file_without_its_columns_is_a_problem_and_not_a_crash(string text) =>
        Assert.NotEmpty(CaseFile.Read("cases.csv", new StringReader(text), Table).Problems);
}
