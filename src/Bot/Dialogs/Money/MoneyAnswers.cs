using TransformingLives.Bot.Forms;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Dialogs.Money;

/// <summary>The answers of the form about money, as what the sum needs.</summary>
internal static class MoneyAnswers
{
    private const decimal WeeksInAYear = 52;
    private const int EndOfYouth = 25;

    /// <summary>What was told; null when neither savings nor money coming in was.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="year">Gives the rates of benefits.</param>
    /// <param name="today">For the age.</param>
    public static FinancialFacts? Read(Answers answers, ChargingYear year, DateOnly today)
    {
        var savings = Amount(answers, "money_savings");
        var income = Weekly(answers, "money_income");
        if (income is null && !(savings > year.Amount(FigureIds.UpperCapitalLimit)))
        {
            return null;
        }

        var age = Age(answers, year, today);
        var benefit = (answers["money_disability_benefit"]?.Value as ChoiceValue)?.Option;
        return new FinancialFacts
        {
            Age = age,
            IsCouple = answers["money_partner"]?.Value is YesNoValue(true),
            Savings = savings ?? 0,
            Incomes = [new Income("other", income ?? 0), new Income("disability_benefit", Benefit(benefit, year))],
            HasDisabilityBenefit = benefit is "lower" or "higher",
            HasDisabilityPremium = benefit is "lower" or "higher" && age != AgeBand.PensionAge,
            HasEnhancedPremium = benefit == "higher" && age != AgeBand.PensionAge,
            HousingCosts = Weekly(answers, "money_housing") ?? 0,
            DisabilityCosts = Weekly(answers, "money_disability_costs") ?? 0,
        };
    }

    private static decimal Benefit(string? rate, ChargingYear year) => rate switch
    {
        "lower" => year.Amount(FigureIds.DisabilityBenefitLower),
        "higher" => year.Amount(FigureIds.DisabilityBenefitHigher),
        _ => 0,
    };

    private static AgeBand Age(Answers answers, ChargingYear year, DateOnly today)
    {
        var years = answers["person_date_of_birth"]?.Value is DateValue(var born) ? YearsBetween(born, today)
            : answers["money_age"]?.Value is NumberValue(var told) ? (int)told
            : (int?)null;
        return years is null || years >= year.PensionAge ? AgeBand.PensionAge : years < EndOfYouth ? AgeBand.From18To24 : AgeBand.WorkingAge;
    }

    private static int YearsBetween(DateOnly born, DateOnly today) => today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);

    private static decimal? Amount(Answers answers, string question) => (answers[question]?.Value as MoneyValue)?.Amount;

    private static decimal? Weekly(Answers answers, string question) => answers[question]?.Value is not MoneyValue(var amount, var per) ? null : per switch
    {
        "week" => amount,
        "four_weeks" => Pence(amount / 4),
        "month" => Pence(amount * 12 / WeeksInAYear),
        "year" => Pence(amount / WeeksInAYear),
        _ => amount == 0 ? 0 : null,
    };

    private static decimal Pence(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
