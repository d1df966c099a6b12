using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>The page of the queue: who waits, most urgent first.</summary>
internal static class QueuePage
{
    public static string Html(QueueHtml queue, QueueSnapshot snapshot, string token, string said) => $"""
        <div id="danger" role="alert">{queue.Danger(snapshot.Entries)}</div>
        <h1 class="govuk-heading-l">Conversations</h1><div role="status">{Said(said)}</div>
        {Filters(queue.Council, queue.Filter)}
        <form id="act" method="post" action="/desk/queue">{token}</form>
        <div id="queue" class="queue" data-live="/desk/live{DeskPage.Encode(queue.Filter.Query)}">{queue.Of(snapshot.Entries)}</div>
        {AlertControls}
        """;

    /// <summary>Sound and notifications; useful only with the script, which shows it.</summary>
    public const string AlertControls = """
        <p class="alerting" hidden><button type="button" class="plain" id="sound" aria-pressed="false">Sound when somebody waits</button> <button type="button" class="plain" id="notify" aria-pressed="false">Notify me outside this page</button></p>
        """;

    private static string Said(string said) => said switch
    {
        "wrapped-up" => "<p class=\"said\">Wrapped up. The outcome is kept.</p>",
        "given-back" => "<p class=\"said\">The assistant has the conversation again.</p>",
        "transferred" => "<p class=\"said\">Passed on with your note.</p>",
        "call-promised" => "<p class=\"said\">The call is in the queue for its time.</p>",
        _ => "",
    };

    private static string Filters(CouncilSettings council, QueueFilter filter) => $"""
        <form class="filters" method="get" action="/desk/queue">
        {Select("skill", "Skill", [("", "All skills"), .. council.Desk.Skills.Select(skill => (skill.Id, skill.Name))], filter.Skill)}
        {Select("patch", "Patch", [("", "All patches"), .. council.PatchByOutcode.Values.Distinct().Order(StringComparer.Ordinal).Select(patch => (patch, patch))], filter.Patch)}
        <button class="govuk-button govuk-button--secondary">Show</button></form>
        """;

    private static string Select(string name, string label, ImmutableArray<(string Value, string Words)> options, string chosen) =>
        $"<div><label class=\"govuk-label\" for=\"{name}\">{label}</label><select class=\"govuk-select\" id=\"{name}\" name=\"{name}\">{string.Concat(options.Select(option => $"<option value=\"{DeskPage.Encode(option.Value)}\"{(option.Value == chosen ? " selected" : "")}>{DeskPage.Encode(option.Words)}</option>"))}</select></div>";
}
