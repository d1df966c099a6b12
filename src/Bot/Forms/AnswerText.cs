using System.Globalization;

namespace TransformingLives.Bot.Forms;

/// <summary>An answer in words, as it is read back.</summary>
public static class AnswerText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Yes", "4 May 1938", "£120.00 a week", "Twice a week", or the labels of the options.</summary>
    public static string Of(Question question, AnswerValue value)
    {
        ArgumentNullException.ThrowIfNull(question);
        return value switch
        {
            YesNoValue(var yes) => yes ? "Yes" : "No",
            ChoiceValue(var option) => Label(question, option),
            ChoicesValue(var options) => string.Join(", ", options.Select(option => Label(question, option))),
            TextValue(var text) => text,
            DateValue(var day) => day.ToString("d MMMM yyyy", British),
            NumberValue(var number) => number.ToString("0.##", British),
            FrequencyValue frequency => Frequency(frequency),
            MoneyValue(var amount, var per) => per == "once" ? Pounds(amount) : $"{Pounds(amount)} {Per(per)}",
            PhoneValue phone => phone.Printed(),
            SkippedValue => "Left out",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Label(Question question, string option) => question.Options.FirstOrDefault(o => o.Id == option)?.Label ?? option;

    private static string Pounds(decimal amount) => amount.ToString("C2", British);

    private static string Per(string per) => per == "four_weeks" ? "every four weeks" : per == "hour" ? "an hour" : $"a {per}";

    private static string Frequency(FrequencyValue value)
    {
        var times = value.Times switch { 0 => "Never", 1 => "Once", 2 => "Twice", _ => $"{value.Times.ToString("0.##", British)} times" };
        if (value.Times == 0)
        {
            return times;
        }

        return value.Every == 1 ? $"{times} a {value.Unit}" : $"{times} every {value.Every.ToString("0.##", British)} {value.Unit}s";
    }
}
