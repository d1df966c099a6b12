using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>The section <c>money</c> of a case file.</summary>
internal static class MoneyOfCase
{
    public static FinancialFacts Read(ContentNode money)
    {
        var incomes = money.Section("incomes");
        var facts = new FinancialFacts
        {
            Age = Age(money),
            IsCouple = money.Flag("couple", otherwise: false),
            Children = money.Number("children") ?? 0,
            HasDisabilityPremium = money.Flag("disability_premium", otherwise: false),
            HasEnhancedPremium = money.Flag("enhanced_premium", otherwise: false),
            HasCarerPremium = money.Flag("carer_premium", otherwise: false),
            HasDisabilityBenefit = money.Flag("disability_benefit", otherwise: false),
            Savings = Pounds(money, "savings"),
            JointSavings = Pounds(money, "joint_savings"),
            HousingCosts = Pounds(money, "housing_costs"),
            DisabilityCosts = Pounds(money, "disability_costs"),
            Incomes = [.. (incomes?.Fields ?? []).ToImmutableArray().Select(kind => new Income(kind, Pounds(incomes!, kind)))],
        };
        money.NoOtherFields();
        return facts;
    }

    private static AgeBand Age(ContentNode money)
    {
        switch (money.Text("age"))
        {
            case "18_to_24":
                return AgeBand.From18To24;
            case "working_age":
                return AgeBand.WorkingAge;
            case "pension_age":
                return AgeBand.PensionAge;
            default:
                money.Problem("age", "'age' should be 18_to_24, working_age or pension_age.");
                return AgeBand.WorkingAge;
        }
    }

    private static decimal Pounds(ContentNode node, string field)
    {
        var text = node.Optional(field);
        if (text.Length == 0)
        {
            return 0;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        node.Problem(field, $"'{field}' should be pounds, such as 12.50, not '{text}'.");
        return 0;
    }
}
