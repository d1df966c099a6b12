using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Referrals;
using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>The summary beside a conversation: strengths before needs; what is not known is not shown.</summary>
internal static class SummaryHtml
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(ConversationSummary summary, Conversation conversation, BotContent content, DateTimeOffset now)
    {
        var soFar = summary.SoFar;
        return $"""
            <h2>{Encode(Title(soFar, now))}</h2><p class="govuk-body-s">{Encode(Where(soFar, conversation))}</p>{Note(conversation)}
            {List("Worries", [.. conversation.Concerns.Select(raised => $"{ConcernWords.Of(Safety.ConcernCodes.Code(raised.Concern.Kind))}: “{raised.Concern.Words}”")], "worry")}
            {List("Appointments", [.. conversation.Appointments.Where(booked => booked.Until > now).Select(booked => $"{content.Appointments.NameOf(booked.Kind)}, {TimeWords.Label(booked.At)}")])}
            {List("What matters", InWords(soFar.WhatMatters))}{List("What they can do", InWords(soFar.Strengths))}{List("Who and what is around", InWords(soFar.Network))}
            {List("What is hard", soFar.Needs)}{List("People who help", soFar.CarerContributions)}
            {List("If the main helper can't be there", [.. soFar.Contingency.Select(line => $"{line.Label}: {line.Words}")])}{Outcome(summary, content.Council)}{Estimate(conversation.Estimate)}
            {List("Already answered by the assistant", summary.Topics)}{Told(summary.Told)}{Answers(summary)}{References(conversation)}
            """;
    }

    private static string Title(Referral soFar, DateTimeOffset now)
    {
        var name = soFar.Person.Name ?? (soFar.Contact?.Name is { } contact ? $"{contact}, for somebody else" : "Name not told yet");
        return soFar.Person.BornOn is { } born ? $"{name}, {Age(born, now)}" : name;
    }

    private static int Age(DateOnly born, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(CouncilCalendar.InLondon(now).DateTime);
        return today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
    }

    private static string Where(Referral soFar, Conversation conversation) => string.Join(" · ", new[]
    {
        conversation.Place?.Name ?? "",
        conversation.Handover?.Patch ?? "",
        conversation.SpeaksBy() == conversation.Channel ? ChannelWords.Of(conversation.Channel) : $"{ChannelWords.Of(conversation.Channel)}, now {ChannelWords.Of(conversation.SpeaksBy()).ToLowerInvariant()}",
        soFar.Person.Phone is { } phone ? $"ring {phone}" : "",
        soFar.Person.ContactNotes ?? "",
    }.Where(part => part.Length > 0));

    private static string Note(Conversation conversation) => conversation.Handover is { Note.Length: > 0 } handover
        ? $"<div class=\"passed\"><h3>Note from a colleague</h3><p>{Encode(handover.Note)}</p></div>"
        : "";

    // The heading says what the question was: only their words are left, once. A bare "Yes" keeps its question.
    private static ImmutableArray<string> InWords(ImmutableArray<string> lines) =>
        [.. lines.Select(line => line.Split(": ", 2) is [_, var words] && words is not ("Yes" or "No") ? words : line).Distinct()];

    private static string List(string title, ImmutableArray<string> lines, string kind = "") => lines.IsEmpty ? "" :
        $"<h3>{Encode(title)}</h3><ul class=\"{kind}\">{string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul>";

    private static string Outcome(ConversationSummary summary, CouncilSettings council) => summary.Outcome is not { } outcome ? "" : $"""
        <h3>Where it leads, so far</h3><p><strong class="govuk-tag govuk-tag--{(outcome.IsCrisis ? "red" : "yellow")}">Tier {outcome.Tier}</strong> {Encode(ReferralWords.Layer(outcome.Layer))}, {Encode(council.PriorityOf(outcome.Priority).InWords)}</p>
        <ul class="because">{string.Concat(outcome.Reasons.Select(reason => $"<li>{Encode(reason.Text)}</li>"))}</ul>
        """;

    private static string Estimate(BudgetEstimate? estimate) => estimate is null ? "" : $"""
        <h3>Indicative budget</h3><div class="estimate"><strong>{estimate.Weekly.ToString("C2", British)} a week</strong> · {estimate.Points} points
        <details><summary>How</summary><ul>{string.Concat(estimate.Areas.Select(area => $"<li>{Encode(area.Title)}: {area.Points} of {area.Max}. {Encode(area.Answer)}</li>"))}{string.Concat(estimate.Working.Select(line => $"<li>{Encode(line)}</li>"))}</ul></details></div>
        """;

    private static string Told(ImmutableArray<string> told) => told.IsEmpty ? "" :
        $"<details><summary>Their own words</summary>{string.Concat(told.Select(words => $"<blockquote>{Encode(words)}</blockquote>"))}</details>";

    private static string Answers(ConversationSummary summary) => summary.Answers.IsEmpty ? "" :
        $"<details><summary>{summary.Answers.Length} of {Math.Max(summary.Asked, summary.Answers.Length)} questions answered</summary><dl>{string.Concat(summary.Answers.Select(row => $"<div><dt>{Encode(row.Label)}</dt><dd>{Encode(row.Value)}{(row.WasVolunteered ? " <small>(said before it was asked)</small>" : "")}</dd></div>"))}</dl></details>";

    private static string References(Conversation conversation) => conversation.References.IsEmpty ? "" :
        $"<h3>Sent to the council</h3><ul>{string.Concat(conversation.References.Select(reference => $"<li><a class=\"govuk-link\" href=\"/desk/referrals/{Encode(reference)}\">{Encode(reference)}</a></li>"))}</ul>";

    private static string Encode(string text) => DeskPage.Encode(text);
}
