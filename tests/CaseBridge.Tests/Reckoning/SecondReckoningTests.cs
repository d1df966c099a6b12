using System.Diagnostics;
using System.Globalization;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Tests.Charging;
using TransformingLives.CaseBridge.Tests.Ras;

namespace TransformingLives.CaseBridge.Tests.Reckoning;

/// <summary>200 sampled people, worked out in another language and another way: <c>tests/reckoning</c>.</summary>
public sealed class SecondReckoningTests
{
    private static readonly string[] Incomes = ["state_pension", "private_pension", "disability_benefit", "wages", "mobility"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "reckoning");
    private static readonly string Csv = File.ReadAllText(Path.Combine(Folder, "cases.csv"));

    [Fact]
    public void Every_estimate_and_every_charge_agrees()
    {
        var people = People();
        Assert.Equal(200, people.Count);
        Assert.All(people, person =>
        {
            var levels = ShippedTable.Table.Areas.ToDictionary(area => area.Code, area => int.Parse(person[area.Code]));
            var estimate = ShippedTable.Estimate(levels);
            var contribution = WorkOutContribution.For(ShippedYears.Year2026, Money(person), estimate.Weekly);
            Assert.Equal((person["points"], person["weekly"], person["four_weekly"]), (Text(estimate.Points), Pounds(estimate.Weekly), Pounds(estimate.FourWeekly)));
            Assert.Equal((person["pays"], person["council_pays"]), (Pounds(contribution.Pays), Pounds(contribution.CouncilPays)));
        });
    }

    [Fact]
    public void The_sample_has_all_that_can_happen()
    {
        var people = People();
        Assert.Contains(people, person => person["pays"] == "0.00");
        Assert.Contains(people, person => person["pays"] == person["weekly"] && Amount(person, "savings") > 23_250);
        Assert.Contains(people, person => person["pays"] == person["weekly"] && Amount(person, "savings") < 14_250);
        Assert.Contains(people, person => person["pays"] != "0.00" && person["council_pays"] != "0.00" && person["couple"] == "true");
    }

    [Fact]
    public async Task The_list_is_what_the_script_makes()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "reckon.mjs")]) { RedirectStandardOutput = true })!;
        var made = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(Csv.ReplaceLineEndings("\n").Trim(), made.ReplaceLineEndings("\n").Trim());
    }

    private static FinancialFacts Money(Dictionary<string, string> person) => new()
    {
        Age = person["age"] switch { "18_to_24" => AgeBand.From18To24, "working_age" => AgeBand.WorkingAge, _ => AgeBand.PensionAge },
        IsCouple = bool.Parse(person["couple"]),
        Children = int.Parse(person["children"]),
        HasDisabilityPremium = bool.Parse(person["disability"]),
        HasEnhancedPremium = bool.Parse(person["enhanced"]),
        HasCarerPremium = bool.Parse(person["carer"]),
        Savings = Amount(person, "savings"),
        JointSavings = Amount(person, "joint_savings"),
        HousingCosts = Amount(person, "housing_costs"),
        DisabilityCosts = Amount(person, "disability_costs"),
        Incomes = [.. Incomes.Select(kind => new Income(kind, Amount(person, kind)))],
    };

    private static List<Dictionary<string, string>> People()
    {
        var rows = Csv.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.Split(',')).ToList();
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static decimal Amount(Dictionary<string, string> person, string column) => decimal.Parse(person[column], CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Pounds(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
