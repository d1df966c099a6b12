using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransformingLives.Bot.OffSwitch;

namespace TransformingLives.Bot.Desk.TurningOff;

/// <summary>What an administrator filled in to turn something off.</summary>
/// <param name="What">What, an id of <see cref="SwitchIds"/>.</param>
/// <param name="Message">Words to residents.</param>
/// <param name="Again">When to try again; may be empty.</param>
/// <param name="Areas">Outcodes that it is left on for, as they were written.</param>
internal sealed partial record TurnOffForm(string What, string Message, string Again, string Areas)
{
    /// <summary>Longest message, in characters: with the numbers to ring it still fits a few text messages.</summary>
    public const int LongestMessage = 300;

    /// <summary>Longest "when".</summary>
    public const int LongestAgain = 60;

    private const int MostAreas = 500;

    public static TurnOffForm Empty { get; } = new("", "", "", "");

    /// <summary>The areas as they are kept: capitals, each once.</summary>
    public ImmutableArray<string> Outcodes => [.. Areas.ToUpperInvariant().Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    public static TurnOffForm Read(IFormCollection form) => new(form["what"].ToString(), form["message"].ToString().Trim(), form["again"].ToString().Trim(), form["areas"].ToString().Trim());

    /// <summary>What is wrong, by field; empty when it can be done.</summary>
    /// <param name="hasModel">The council has a language model.</param>
    public ImmutableArray<(string Field, string Words)> Problems(bool hasModel)
    {
        var problems = ImmutableArray.CreateBuilder<(string, string)>();
        if (What != SwitchIds.Pilot && SwitchIds.All.All(one => one.Id != What) || What == SwitchIds.LanguageModel && !hasModel)
        {
            problems.Add(("what", "Choose what to turn off."));
        }

        if (Message.Length == 0 && What != SwitchIds.LanguageModel)
        {
            problems.Add(("message", "Write what residents read in its place."));
        }

        if (Message.Length > LongestMessage)
        {
            problems.Add(("message", $"The message should have {LongestMessage} characters or fewer."));
        }

        if (Again.Length > LongestAgain)
        {
            problems.Add(("again", $"When to try again should have {LongestAgain} characters or fewer."));
        }

        if (What == SwitchIds.Pilot && (Outcodes.IsEmpty || Outcodes.Length > MostAreas || !Outcodes.All(outcode => Outcode().IsMatch(outcode))))
        {
            problems.Add(("areas", "Write the first halves of postcodes, for instance CB6 CB7."));
        }

        return problems.ToImmutable();
    }

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Outcode();
}
