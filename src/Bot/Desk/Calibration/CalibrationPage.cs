using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>Where a manager says what to try, and waits while it is worked out.</summary>
internal static class CalibrationPage
{
    public static string Form(RasTables tables, ImmutableArray<TrialProblem> problems, TrialFields fields, string token) => $"""
        {Summary(problems)}<h1 class="govuk-heading-l">Try a table of budgets</h1>
        <p class="govuk-body">See what a table would cost, and who would gain and lose, before members sign it off. Nobody's support changes by this, and nothing of it is kept.</p>
        <form method="post" action="/desk/calibration" enctype="multipart/form-data" class="trial" novalidate>{token}
        <div class="govuk-form-group"><label class="govuk-label" for="table">Table</label><select class="govuk-select" id="table" name="table"{Wrong(problems, "table")}>{string.Concat(tables.All.Select(table => $"<option value=\"{Encode(table.Id)}\"{(table.Id == fields.Table ? " selected" : "")}>{Encode(table.Id)} {Encode(table.Version)} ({Encode(table.Status)})</option>"))}</select></div>
        {Field(problems, "budget", "Cash limit, pounds a year", "For instance 150,000,000", fields.Budget)}
        {Field(problems, "contingency", "Held back, per cent of the limit", "For what nobody foresees. For instance 10", fields.Contingency)}
        <fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend">Which cases</legend>
        <div class="choice"><input type="radio" id="from-file" name="from" value="file"{(fields.IsInvented ? "" : " checked")}><label for="from-file">Our own, from a file</label></div>
        <div class="inside"><label class="govuk-label" for="cases">File of cases (CSV), without names</label><input class="govuk-file-upload" type="file" id="cases" name="cases" accept=".csv,text/csv"{Wrong(problems, "cases")}></div>
        <div class="choice"><input type="radio" id="from-invented" name="from" value="invented"{(fields.IsInvented ? " checked" : "")}><label for="from-invented">20,000 invented ones, to learn with</label></div></fieldset>
        <button class="govuk-button">Try it</button></form>
        <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What the file has to hold</span></summary><div class="govuk-details__text">
        <p class="govuk-body">A line for each case: id, age_group, need, area, then a column for each area of the table with the level answered, from 0, then now: what the support costs a week, or empty. The first line has the names of the columns: {Encode(string.Join(", ", (string[])["id", "age_group", "need", "area", .. (tables.All.FirstOrDefault()?.Areas ?? []).Select(area => area.Code), "now"]))}. No names, no dates of birth, no addresses. Use a hundred closed cases at least.</p></div></details>
        """;

    public static string UnderWay(TableTrial trial) => $"""
        <h1 class="govuk-heading-l">Working it out</h1>
        <p class="govuk-body">{Encode(trial.About)}.</p>
        <p class="govuk-body"><label for="bar">Curves tried</label> <progress id="bar" max="{SuggestTable.Candidates}" value="{trial.Tried}" data-from="/desk/calibration/{trial.Id}/progress"></progress> <span id="tried">{trial.Tried} of {SuggestTable.Candidates}</span></p>
        <p class="govuk-body">It takes some seconds for 20,000 cases. <a class="govuk-link" href="/desk/calibration/{trial.Id}">Look again</a></p>
        """;

    private static string Field(ImmutableArray<TrialProblem> problems, string id, string label, string hint, string value) => $"""
        <div class="govuk-form-group"><label class="govuk-label" for="{id}">{label}</label><div class="govuk-hint" id="{id}-hint">{hint}</div>
        <input class="govuk-input govuk-input--width-10" id="{id}" name="{id}" inputmode="decimal" value="{Encode(value)}" aria-describedby="{id}-hint"{Wrong(problems, id)}></div>
        """;

    private static string Wrong(ImmutableArray<TrialProblem> problems, string field) => problems.Any(problem => problem.Field == field) ? " aria-invalid=\"true\"" : "";

    private static string Summary(ImmutableArray<TrialProblem> problems) => problems.IsEmpty ? "" : $"""
        <section class="alert" role="alert" aria-labelledby="wrong"><h2 id="wrong" class="govuk-heading-m">This can't be tried yet</h2>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(problems.Select(problem => $"<li><a class=\"govuk-link\" href=\"#{problem.Field}\">{Encode(problem.Words)}</a></li>"))}</ul></section>
        """;

    private static string Encode(string text) => DeskPage.Encode(text);
}
