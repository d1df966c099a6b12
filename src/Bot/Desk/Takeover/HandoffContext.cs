using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Referrals;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>What goes with a handoff to another desk, so that nobody has to ask again: the same summary as at the built-in desk, in plain text, and what was said.</summary>
internal static class HandoffContext
{
    /// <summary>Chatwoot takes 150,000 characters; nobody reads a tenth of that. The beginning is cut, not the end.</summary>
    private const int LongestTranscript = 12_000;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="conversation">The conversation.</param>
    /// <param name="log">What the resident can see and the other desk has not been told yet.</param>
    /// <param name="around">Names of skills, where the answers lead.</param>
    public static string Of(Conversation conversation, ImmutableArray<LogEntry> log, Surroundings around)
    {
        var summary = ConversationSummary.Of(conversation, around);
        var soFar = summary.SoFar;
        return string.Join("\n\n", new[]
        {
            Head(conversation, around),
            List("Who", [.. new[] { soFar.Person.Name ?? soFar.Contact?.Name, conversation.Place?.Name, ChannelWords.Of(conversation.SpeaksBy()) }.OfType<string>()]),
            List("Worries", [.. conversation.Concerns.Select(raised => $"{ConcernWords.Of(ConcernCodes.Code(raised.Concern.Kind))}: “{raised.Concern.Words}”")]),
            List("What matters", soFar.WhatMatters),
            List("What they can do", soFar.Strengths),
            List("Who and what is around", soFar.Network),
            List("What is hard", soFar.Needs),
            List("People who help", soFar.CarerContributions),
            summary.Outcome is { } outcome ? List("Where it leads, so far", [$"Tier {outcome.Tier}, {ReferralWords.Layer(outcome.Layer)}", .. outcome.Reasons.Select(reason => reason.Text)]) : "",
            conversation.Estimate is { } estimate ? $"Indicative budget: {estimate.Weekly.ToString("C2", British)} a week ({estimate.Points} points)" : "",
            List("Already answered by the assistant", summary.Topics),
            List("Sent to the council", conversation.References),
            log.IsEmpty ? "" : $"What was said:\n{Transcript(log)}",
        }.Where(part => part.Length > 0));
    }

    /// <summary>The same for a program: the value of Bot Framework's <c>handoff.initiate</c>.</summary>
    public static JsonObject Json(Conversation conversation, Surroundings around) => conversation.Handover is not { } handover ? [] : new JsonObject
    {
        ["reason"] = handover.Reason,
        ["danger"] = handover.IsDanger,
        ["skill"] = handover.Skill,
        ["patch"] = handover.Patch,
        ["since"] = handover.Since.UtcDateTime,
        ["promisedBy"] = handover.PromisedBy.UtcDateTime,
        ["topics"] = new JsonArray([.. conversation.Topics.Select(topic => JsonValue.Create(topic))]),
        ["references"] = new JsonArray([.. conversation.References.Select(reference => JsonValue.Create(reference))]),
        ["summary"] = Of(conversation, [], around),
    };

    /// <summary>What an entry says, for people at another desk.</summary>
    public static string Words(LogEntry entry) => entry.Reply is { } reply ? ReplyText.Of(reply) : entry.Text;

    private static string Head(Conversation conversation, Surroundings around) => conversation.Handover is not { } handover ? "" : string.Join('\n', new[]
    {
        handover.IsDanger ? $"**DANGER: {ConcernWords.Of(handover.Reason)}.** The assistant has given the numbers to ring." : $"**{ConcernWords.Of(handover.Reason)}**",
        handover.Skill.Length > 0 ? $"Skill: {around.Content.Council.Desk.NameOfSkill(handover.Skill)}" : "",
        handover.Patch.Length > 0 ? $"Patch: {handover.Patch}" : "",
        $"Promised by {DeskPage.Time(handover.PromisedBy)}",
        handover.Note.Length > 0 ? $"Note from a colleague: {handover.Note}" : "",
    }.Where(line => line.Length > 0));

    private static string List(string title, ImmutableArray<string> lines) => lines.IsEmpty ? "" : $"{title}:\n{string.Join('\n', lines.Select(line => $"- {line}"))}";

    private static string Transcript(ImmutableArray<LogEntry> log)
    {
        var said = string.Join('\n', log.Where(entry => entry.IsSpoken).Select(entry => $"{StaffLogHtml.Name(entry)}: {Words(entry)}"));
        return said.Length <= LongestTranscript ? said : $"…{said[^LongestTranscript..]}";
    }
}
