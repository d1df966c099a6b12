using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>One referral: the story first, the data second. A section without content is not shown.</summary>
internal static class ReferralPage
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Html(RegisteredReferral found, ImmutableArray<RegisteredReferral> together, ImmutableArray<PossibleDuplicate> alike, string log, CouncilSettings council, string supportPlan)
    {
        var referral = found.Referral;
        return $"""
            <p class="govuk-body"><a class="govuk-link" href="/desk/referrals">All referrals</a></p>
            <h1 class="govuk-heading-l">{Encode(referral.Person.Name ?? "Name not given")}<span class="govuk-caption-l">{Encode(referral.Reference)}, {Encode(ReferralWords.Kind(referral.Kind).ToLowerInvariant())}, received {DeskPage.Time(found.ReceivedAt)}</span></h1>
            {Together(together)}{Alike(alike)}<div class="story"><div>
            {List("What matters to them", referral.WhatMatters)}{List("What they can do and want to go on doing", referral.Strengths)}{List("Who and what is around them", referral.Network)}
            {List("What they need", referral.Needs)}{List("People who help: what they do, and whether they can go on", referral.CarerContributions)}{List("Concerns that were raised", [.. referral.Concerns.Select(ConcernWords.OfReferral)])}
            {List("A first look at the Care Act's conditions; a worker decides", referral.Eligibility)}{Contingency(referral.Contingency)}{Estimate(referral.Estimate)}{supportPlan}
            {Answers(referral.Answers)}
            <section><h2 class="govuk-heading-m">The conversation</h2><p><a class="govuk-link" href="/desk/conversations/{Encode(referral.ConversationId)}">Open it at the desk</a></p><div class="staff-log">{log}</div></section>
            </div><aside aria-label="At a glance">{Outcome(referral.Outcome, council)}{Person("How to reach them", referral.Person)}{(referral.Contact is { } contact ? Person("Who got in touch", contact) : "")}</aside></div>
            """;
    }

    // Dudley 2008, paragraph 9: the person's assessment and their carer's are two, and each worker has to know of the other.
    private static string Together(ImmutableArray<RegisteredReferral> together) => together.IsEmpty ? "" : $"""
        <section class="alert quiet" aria-labelledby="together"><h2 id="together" class="govuk-heading-m">Asked for in the same conversation</h2>
        <p class="govuk-body">They belong together. Plan the visits together, and look at each person's needs on their own.</p>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(together.Select(other => $"<li><a class=\"govuk-link\" href=\"/desk/referrals/{Encode(other.Referral.Reference)}\">{Encode(other.Referral.Reference)}</a>, {Encode(ReferralWords.Kind(other.Referral.Kind).ToLowerInvariant())}{(other.Referral.Person.Name is { } name ? $", for {Encode(name)}" : "")}</li>"))}</ul></section>
        """;

    // Nothing of the other referral is shown but that it is there: opening it is a look of its own.
    private static string Alike(ImmutableArray<PossibleDuplicate> alike) => alike.IsEmpty ? "" : $"""
        <section class="alert quiet" aria-labelledby="alike"><h2 id="alike" class="govuk-heading-m">May be the same person</h2>
        <p class="govuk-body">Nothing is put together by itself. Look before you decide.</p>
        <ul class="govuk-list govuk-list--bullet">{string.Concat(alike.Select(other => $"<li><a class=\"govuk-link\" href=\"/desk/referrals/{Encode(other.Other.Referral.Reference)}\">{Encode(other.Other.Referral.Reference)}</a>, {Encode(ReferralWords.Kind(other.Other.Referral.Kind).ToLowerInvariant())}, {DeskPage.Time(other.Other.ReceivedAt)}: the same {Encode(And(other.Shared))}</li>"))}</ul></section>
        """;

    private static string And(ImmutableArray<string> shared) => shared.Length == 1 ? shared[0] : $"{string.Join(", ", shared[..^1])} and {shared[^1]}";

    private static string List(string title, ImmutableArray<string> lines) => lines.IsEmpty ? "" :
        $"<section><h2 class=\"govuk-heading-m\">{title}</h2><ul class=\"govuk-list govuk-list--bullet\">{string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul></section>";

    private static string Contingency(ImmutableArray<ReferralLine> lines) => lines.IsDefaultOrEmpty ? "" :
        $"<section><h2 class=\"govuk-heading-m\">Plan for a day when the main helper can't be there</h2>{Rows([.. lines.Select(line => (line.Label, (string?)line.Words))])}</section>";

    private static string Outcome(ReferralOutcome? outcome, CouncilSettings council) => outcome is null ? "" : $"""
        <section><h2 class="govuk-heading-s">Where it leads</h2>{Rows(
            ("Tier", outcome.Tier.ToString(CultureInfo.InvariantCulture)),
            ("Layer", ReferralWords.Layer(outcome.Layer)),
            ("In touch", council.PriorityOf(outcome.Priority).InWords + (outcome.RespondBy is { } by ? $", by {DeskPage.Time(by)}" : "")),
            ("Priority", outcome.Priority),
            ("Team", ReferralWords.Team(outcome.Team)))}<h3 class="govuk-heading-s">Because</h3><ul class="govuk-list govuk-list--bullet">{string.Concat(outcome.Reasons.Select(reason => $"<li>{Encode(reason)}</li>"))}</ul></section>
        """;

    private static string Person(string title, ReferralPerson person) => $"<section><h2 class=\"govuk-heading-s\">{title}</h2>{Rows(
        ("Name", person.Name),
        ("Relation", person.Relation),
        ("Born", person.BornOn?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
        ("Phone", person.Phone),
        ("E-mail", person.Email),
        ("Postcode", person.Postcode),
        ("Address", person.Address),
        ("Best time", person.ContactNotes))}</section>";

    private static string Estimate(BudgetEstimate? estimate)
    {
        if (estimate is null)
        {
            return "";
        }

        var rows = string.Concat(estimate.Areas.Select(area => $"<tr><th scope=\"row\">{Encode(area.Title)}</th><td>{Encode(area.Answer)}</td><td class=\"govuk-table__cell--numeric\">{area.Points} of {area.Max}</td></tr>"));
        return $"""
            <section><h2 class="govuk-heading-m">Indicative budget: a first guess, not an offer</h2>
            <p class="figure"><strong>{Pounds(estimate.Weekly)}</strong> a week, <strong>{Pounds(estimate.FourWeekly)}</strong> for four weeks, {estimate.Points} points</p>
            <div class="wide" tabindex="0" role="region" aria-label="Points"><table class="govuk-table"><caption class="govuk-table__caption">How it was worked out, as if nobody helped</caption><thead><tr><th scope="col">Area</th><th scope="col">Answer</th><th scope="col">Points</th></tr></thead><tbody>{rows}</tbody></table></div>
            <ul class="govuk-list govuk-list--bullet">{string.Concat(estimate.Working.Concat(estimate.CostIndividually).Select(line => $"<li>{Encode(line)}</li>"))}</ul>
            <p class="who">Table {Encode(estimate.TableId)}, version {Encode(estimate.TableVersion)} ({Encode(estimate.TableStatus)}).</p></section>
            """;
    }

    private static string Answers(ImmutableArray<ReferralAnswer> answers) => answers.IsEmpty ? "" :
        $"<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">All {answers.Length} answers, with their own words</span></summary><div class=\"govuk-details__text\">{Rows([.. answers.Select(answer => (answer.Question, (string?)$"{answer.Answer}{(answer.Words.Length > 0 && answer.Words != answer.Answer ? $" (“{answer.Words}”)" : "")}{(answer.WasVolunteered ? ", said before it was asked" : "")}"))])}</div></details>";

    private static string Rows(params ReadOnlySpan<(string Label, string? Value)> rows)
    {
        var html = new System.Text.StringBuilder("<dl class=\"govuk-summary-list\">");
        foreach (var (label, value) in rows)
        {
            if (!string.IsNullOrEmpty(value))
            {
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{Encode(label)}</dt><dd class=\"govuk-summary-list__value\">{Encode(value)}</dd></div>");
            }
        }

        return html.Append("</dl>").ToString();
    }

    private static string Pounds(decimal amount) => amount.ToString("C2", British);

    private static string Encode(string text) => DeskPage.Encode(text);
}
