using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Records;

namespace TransformingLives.Bot.Desk.Model;

/// <summary>The page in HTML.</summary>
internal static class ModelPage
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly ImmutableArray<string> Heads = ["Prompt", "What came of it", "Calls", "Tokens", "Milliseconds", "Parts dropped"];

    /// <summary>Where a council has none.</summary>
    public const string None = "<h1 class=\"govuk-heading-l\">Language model</h1><p class=\"govuk-body\">There is none, and none is needed. Everything works without. It is set up with LanguageModel__Endpoint and LanguageModel__Model.</p>";

    /// <param name="token">The hidden field of the switch; null for who may not use it.</param>
    public static string Html(ModelView view, string? token) => $"""
        <h1 class="govuk-heading-l">Language model</h1>
        <p class="govuk-body"><strong class="govuk-tag govuk-tag--{(view.IsOn ? "green" : "grey")}">{(view.IsOn ? "On" : "Off")}</strong> {DeskPage.Encode(view.Options.Model)} at {DeskPage.Encode(view.Options.Endpoint!.Host)}.{Who(view.Switched)}</p>
        <p class="govuk-body">It may choose and shorten words of the council's own guides, and point at what a message says. It decides nothing. Switched off, everything goes on in plain words.</p>
        {(token is null ? "" : $"<form method=\"post\" action=\"/desk/language-model/switch\">{token}<button class=\"govuk-button{(view.IsOn ? " govuk-button--warning" : "")}\" name=\"to\" value=\"{(view.IsOn ? "off" : "on")}\">{(view.IsOn ? "Switch it off" : "Switch it on")}</button></form>")}
        <h2 class="govuk-heading-m">Today</h2><p class="govuk-body">{view.Used.ToString("N0", British)} of {view.Options.TokensPerDay.ToString("N0", British)} tokens used.</p>
        <h2 class="govuk-heading-m">The last seven days</h2>{Table(view.Counted)}
        """;

    private static string Who(SwitchedModel? switched) => switched is null ? "" : $" Switched {(switched.IsOn ? "on" : "off")} by {DeskPage.Encode(switched.Who)}, {DeskPage.Time(switched.At)}.";

    private static string Table(ImmutableArray<CountedCalls> counted) => counted.IsEmpty ? "<p class=\"govuk-body\">It was not asked.</p>" : $"""
        <div class="wide" tabindex="0" role="region" aria-label="Calls of the last seven days"><table class="govuk-table"><thead class="govuk-table__head"><tr class="govuk-table__row">{string.Concat(Heads.Select(head => $"<th scope=\"col\" class=\"govuk-table__header\">{head}</th>"))}</tr></thead>
        <tbody class="govuk-table__body">{string.Concat(counted.Select(Row))}</tbody></table></div>
        """;

    private static string Row(CountedCalls row) =>
        $"<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">{DeskPage.Encode(row.Prompt)}</th>{string.Concat(new[] { Words(row.Verdict), Number(row.Calls), Number(row.Tokens), Number(row.Milliseconds), Number(row.Dropped) }.Select(cell => $"<td class=\"govuk-table__cell\">{cell}</td>"))}</tr>";

    private static string Number(long number) => number.ToString("N0", British);

    private static string Words(ModelVerdict verdict) => verdict switch
    {
        ModelVerdict.Used => "Used",
        ModelVerdict.NotNeeded => "Nothing to add",
        ModelVerdict.NotGrounded => "Too little was grounded: plain words",
        ModelVerdict.Late => "Too late: plain words",
        ModelVerdict.Failed => "The endpoint failed",
        ModelVerdict.Resting => "Not asked: it had failed too often",
        _ => "Not asked: the day's budget was used up",
    };
}

/// <summary>What the page shows.</summary>
internal sealed record ModelView(bool IsOn, SwitchedModel? Switched, long Used, LanguageModelOptions Options, ImmutableArray<CountedCalls> Counted);
