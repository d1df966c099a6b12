using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.OffSwitch;

namespace TransformingLives.Bot.Desk.TurningOff;

/// <summary>The page in HTML: what is on and what is off, and the forms to change it.</summary>
internal static class TurningOffPage
{
    /// <param name="token">The hidden field of the forms; null for who may only look.</param>
    public static string Html(Switches now, bool hasModel, bool modelIsOn, TurnOffForm form, ImmutableArray<(string Field, string Words)> problems, string? token) => $"""
        {Summary(problems)}<h1 class="govuk-heading-l">On and off</h1>
        <p class="govuk-body">What is turned off here is off at once, on every machine, until somebody turns it on again. Residents read your words, the numbers to ring and when to try again. Danger is still noticed and answered first, officers can go on talking to people, and what people write is kept.</p>
        <div class="wide" tabindex="0" role="region" aria-label="What is on and what is off"><table class="govuk-table"><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">What</th><th scope="col" class="govuk-table__header">Now</th><th scope="col" class="govuk-table__header">What residents are told</th></tr></thead>
        <tbody class="govuk-table__body">{string.Concat(Rows(now, hasModel, modelIsOn).Select(row => Row(row, token)))}</tbody></table></div>
        {(token is null ? "" : Forms(hasModel, form, problems, token))}
        """;

    private static IEnumerable<(string Id, bool IsOff, SwitchedOff? Off)> Rows(Switches now, bool hasModel, bool modelIsOn) =>
    [
        .. SwitchIds.All.Where(one => one.Id != SwitchIds.LanguageModel).Select(one => (one.Id, now.Off.ContainsKey(one.Id), now.Off.GetValueOrDefault(one.Id))),
        .. hasModel ? [(SwitchIds.LanguageModel, !modelIsOn, modelIsOn ? null : now.Off.GetValueOrDefault(SwitchIds.LanguageModel))] : Array.Empty<(string, bool, SwitchedOff?)>(),
        .. now.Pilot is { } pilot ? [(SwitchIds.Pilot, true, pilot)] : Array.Empty<(string, bool, SwitchedOff?)>(),
    ];

    private static string Row((string Id, bool IsOff, SwitchedOff? Off) row, string? token) => $"""
        <tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{Encode(SwitchIds.Label(row.Id))}</th>
        <td class="govuk-table__cell"><strong class="govuk-tag govuk-tag--{(row.IsOff ? "red" : "green")}">{(row.IsOff ? "Off" : "On")}</strong>{(row.Off is { } by ? $"<br>by {Encode(by.Who)}, {DeskPage.Time(by.At)}" : "")}{(row.IsOff && token is not null ? On(row.Id, token) : "")}</td>
        <td class="govuk-table__cell">{Told(row.Off)}</td></tr>
        """;

    private static string Told(SwitchedOff? off) => off is null ? "" :
        $"{Encode(off.Message)}{(off.Again.Length > 0 ? $" Try again {Encode(off.Again)}." : "")}{(off.Areas.IsEmpty ? "" : $"<br>On in {Encode(string.Join(", ", off.Areas))}")}";

    private static string On(string id, string token) =>
        $"<form method=\"post\" action=\"/desk/switches/on\">{token}<input type=\"hidden\" name=\"what\" value=\"{id}\"><button class=\"govuk-button govuk-button--secondary\">Turn on<span class=\"govuk-visually-hidden\"> {Encode(SwitchIds.Label(id))}</span></button></form>";

    private static string Forms(bool hasModel, TurnOffForm form, ImmutableArray<(string Field, string Words)> problems, string token)
    {
        var isPilot = form.What == SwitchIds.Pilot;
        var (off, pilot) = isPilot ? (TurnOffForm.Empty, form) : (form, TurnOffForm.Empty);
        var (ofOff, ofPilot) = isPilot ? (ImmutableArray<(string, string)>.Empty, problems) : (problems, ImmutableArray<(string, string)>.Empty);
        return $"""
            <h2 class="govuk-heading-m">Turn something off</h2>
            <form method="post" action="/desk/switches/off" class="trial" novalidate>{token}
            <div class="govuk-form-group"><label class="govuk-label" for="what">What</label><select class="govuk-select" id="what" name="what"{Wrong(ofOff, "what")}><option value="">Choose</option>{string.Concat(SwitchIds.All.Where(one => hasModel || one.Id != SwitchIds.LanguageModel).Select(one => $"<option value=\"{one.Id}\"{(one.Id == off.What ? " selected" : "")}>{Encode(one.Label)}</option>"))}</select></div>
            {Words("", off, ofOff)}
            <button class="govuk-button govuk-button--warning">Turn it off</button></form>
            <h2 class="govuk-heading-m">Leave it on in some areas only</h2>
            <form method="post" action="/desk/switches/off" class="trial" novalidate>{token}<input type="hidden" name="what" value="{SwitchIds.Pilot}">
            <div class="govuk-form-group"><label class="govuk-label" for="areas">Areas</label><div class="govuk-hint" id="areas-hint">First halves of postcodes, for instance CB6 CB7. People are asked for their postcode before anything else.</div>
            <input class="govuk-input" id="areas" name="areas" value="{Encode(pilot.Areas)}" autocomplete="off" aria-describedby="areas-hint"{Wrong(ofPilot, "areas")}></div>
            {Words("pilot-", pilot, ofPilot)}
            <button class="govuk-button govuk-button--warning">Leave it on there only</button></form>
            """;
    }

    private static string Words(string prefix, TurnOffForm form, ImmutableArray<(string Field, string Words)> problems) => $"""
        <div class="govuk-form-group"><label class="govuk-label" for="{prefix}message">Message to residents</label><div class="govuk-hint" id="{prefix}message-hint">Short sentences. The numbers to ring are added. At most {TurnOffForm.LongestMessage} characters.</div>
        <textarea class="govuk-textarea" id="{prefix}message" name="message" rows="3" maxlength="{TurnOffForm.LongestMessage}" aria-describedby="{prefix}message-hint"{Wrong(problems, "message")}>{Encode(form.Message)}</textarea></div>
        <div class="govuk-form-group"><label class="govuk-label" for="{prefix}again">When to try again</label><div class="govuk-hint" id="{prefix}again-hint">For instance: tomorrow at 9 in the morning. Leave it empty when you don't know.</div>
        <input class="govuk-input" id="{prefix}again" name="again" value="{Encode(form.Again)}" maxlength="{TurnOffForm.LongestAgain}" autocomplete="off" aria-describedby="{prefix}again-hint"{Wrong(problems, "again")}></div>
        """;

    private static string Wrong(ImmutableArray<(string Field, string Words)> problems, string field) => problems.Any(problem => problem.Field == field) ? " aria-invalid=\"true\"" : "";

    private static string Summary(ImmutableArray<(string Field, string Words)> problems) => problems.IsEmpty ? "" : $"""
        <section class="alert" role="alert" aria-labelledby="wrong"><h2 id="wrong" class="govuk-heading-m">Nothing was turned off yet</h2>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(problems.Select(problem => $"<li>{Encode(problem.Words)}</li>"))}</ul></section>
        """;

    private static string Encode(string text) => DeskPage.Encode(text);
}
