using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>Referrals, alerts that nobody in the queue stands for, and what is stuck.</summary>
internal static class ReferralList
{
    public static string Html(ImmutableArray<RegisteredAlert> alerts, ImmutableArray<RegisteredReferral> referrals, ImmutableArray<StuckWork> stuck, CouncilSettings council, string token, string said) => $"""
        <h1 class="govuk-heading-l">Referrals</h1>{Said(said)}
        {Alerts(alerts, token)}
        <section aria-labelledby="referrals"><h2 id="referrals" class="govuk-heading-m">Referrals, most urgent first</h2>{(referrals.IsEmpty ? "<p class=\"govuk-body\">No referrals yet.</p>" : Referrals(referrals, council))}</section>
        {Stuck(stuck, token)}
        """;

    private static string Alerts(ImmutableArray<RegisteredAlert> alerts, string token) => alerts.IsEmpty ? "" :
        $"<section aria-labelledby=\"alerts\"><h2 id=\"alerts\" class=\"govuk-heading-m\">Alerts, {alerts.Length} open</h2>{string.Concat(alerts.Select(alert => Alert(alert, token)))}</section>";

    private static string Said(string said) => said switch
    {
        "taken" => "<p class=\"said\" role=\"status\">You have taken this alert. It is no longer shown to others.</p>",
        "too-late" => "<p class=\"said\" role=\"status\">Somebody else was quicker and has taken this alert.</p>",
        "again" => "<p class=\"said\" role=\"status\">It will be sent again now.</p>",
        _ => "",
    };

    private static string Alert(RegisteredAlert alert, string token) => $"""
        <article class="alert"><h3>{DeskPage.Encode(ConcernWords.Of(alert.Alert.Kind))}</h3>
        <p class="who">{DeskPage.Time(alert.Alert.At)}</p><blockquote>{DeskPage.Encode(alert.Alert.Words)}</blockquote>
        <form method="post" action="/desk/alerts/{alert.Alert.Id}/take">{token}<button class="govuk-button govuk-button--warning">I am taking this</button>
        <a class="govuk-link" href="/desk/conversations/{DeskPage.Encode(alert.Alert.ConversationId)}">Read the conversation<span class="govuk-visually-hidden"> of {DeskPage.Time(alert.Alert.At)}</span></a></form></article>
        """;

    private static string Referrals(ImmutableArray<RegisteredReferral> referrals, CouncilSettings council) =>
        $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Referrals\"><table class=\"govuk-table\"><caption class=\"govuk-visually-hidden\">Referrals, most urgent first</caption><thead><tr><th scope=\"col\">Reference</th><th scope=\"col\">Who</th><th scope=\"col\">What for</th><th scope=\"col\">In touch</th><th scope=\"col\">Team</th><th scope=\"col\">Received</th></tr></thead><tbody>{string.Concat(referrals.Select(found => Row(found, council)))}</tbody></table></div>";

    private static string Row(RegisteredReferral found, CouncilSettings council)
    {
        var referral = found.Referral;
        var priority = referral.Outcome is { } outcome ? council.PriorityOf(outcome.Priority).InWords : "";
        var by = referral.Outcome?.RespondBy is { } until ? $"<br><small>by {DeskPage.Time(until)}</small>" : "";
        var who = referral.Person.Name ?? referral.Contact?.Name ?? "Name not given";
        return $"<tr><th scope=\"row\"><a href=\"/desk/referrals/{DeskPage.Encode(referral.Reference)}\">{DeskPage.Encode(referral.Reference)}</a></th><td>{DeskPage.Encode(who)}</td><td>{DeskPage.Encode(ReferralWords.Kind(referral.Kind))}</td><td>{DeskPage.Encode(priority)}{by}</td><td>{DeskPage.Encode(ReferralWords.Team(referral.Outcome?.Team))}</td><td>{DeskPage.Time(found.ReceivedAt)}</td></tr>";
    }

    private static string Stuck(ImmutableArray<StuckWork> stuck, string token) => stuck.IsEmpty ? "" : $"""
        <section aria-labelledby="stuck"><h2 id="stuck" class="govuk-heading-m">Not delivered yet, {stuck.Length}</h2>{string.Concat(stuck.Select(work => $"""
        <article class="alert quiet"><h3>{DeskPage.Encode(work.Kind)}, {DeskPage.Time(work.CreatedAt)}</h3><p>{(work.IsDead ? "It is not tried any more: please act." : $"Tried {work.Attempts} times; it will be tried again by itself.")} {DeskPage.Encode(work.Reason)}</p>
        <form method="post" action="/desk/deliveries/send-again">{token}<input type="hidden" name="key" value="{DeskPage.Encode(work.Key)}"><button class="govuk-button govuk-button--secondary">Send again</button></form></article>
        """))}</section>
        """;
}
