using System.Globalization;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>A first support plan at the desk: their own wish, until staff sign it off.</summary>
internal static class SupportPlanHtml
{
    /// <param name="referral">The referral.</param>
    /// <param name="signOff">The last sign-off; null when there is none.</param>
    /// <param name="token">The hidden field of our own forms; empty for whoever may not sign off.</param>
    public static string Of(Referral referral, PlanSignOff? signOff, string token) => referral.SupportPlan is not { } plan ? "" : $"""
        <section id="plan"><h2 class="govuk-heading-m">First support plan</h2>
        <p>{(plan.Panel is null ? "" : "<strong class=\"govuk-tag govuk-tag--orange\">For the risk panel</strong> ")}{Status(referral, signOff)}</p>
        <dl class="govuk-summary-list">{string.Concat(plan.Lines.Select(line => $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{Encode(line.For)}</dt><dd class=\"govuk-summary-list__value\">{Encode(SupportPlanWords.Of(line))}</dd></div>"))}</dl>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(SupportPlanWords.Sums(plan).Concat(SupportPlanWords.Notes(plan)).Select(line => $"<li>{Encode(line)}</li>"))}</ul>
        {(token.Length == 0 || signOff?.Revision == referral.Revision ? "" : Form(referral, plan, token))}</section>
        """;

    private static string Status(Referral referral, PlanSignOff? signOff) => signOff switch
    {
        null => "Not signed off. It is the person's own wish.",
        _ when signOff.Revision != referral.Revision => $"Changed since {Encode(signOff.By)} signed it off on {DeskPage.Time(signOff.At)}. It has to be signed off again.",
        _ => $"Signed off by {Encode(signOff.By)} on {DeskPage.Time(signOff.At)}.{(signOff.Note.Length > 0 ? $" {Encode(signOff.Note)}" : "")}",
    };

    private static string Form(Referral referral, SupportPlan plan, string token) => $"""
        <form method="post" action="/desk/referrals/{Encode(referral.Reference)}/sign-off">{token}<input type="hidden" name="revision" value="{referral.Revision.ToString(CultureInfo.InvariantCulture)}">
        <label class="govuk-label" for="note">{(plan.Panel is null ? "Note (may be empty)" : "Day of the panel, and what it said")}</label><input class="govuk-input" id="note" name="note" maxlength="200"{(plan.Panel is null ? "" : " required")}>
        <button class="govuk-button govuk-button--secondary">Sign this plan off</button></form>
        """;

    private static string Encode(string text) => DeskPage.Encode(text);
}
