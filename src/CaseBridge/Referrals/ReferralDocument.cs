using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.CaseBridge.Referrals;

/// <summary>A referral as a document that a worker can read or print: story first, then what was asked, then the conversation. It needs nothing beside itself.</summary>
public static class ReferralDocument
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The document, HTML.</summary>
    public static string Html(Referral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Referral {Encode(referral.Reference)}</title>
            <style>body {"{"} font: 11pt/1.45 Arial, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em {"}"} h2 {"{"} font-size: 1.15em; margin: 1.4em 0 .3em {"}"} th {"{"} text-align: left; padding-right: 1.2em; vertical-align: top {"}"} .who {"{"} color: #505a5f {"}"} @page {"{"} margin: 2cm {"}"}</style></head><body>
            <h1>{Encode(referral.Person.Name ?? "Name not given")}</h1>
            <p>{Encode(referral.Reference)}, {Encode(Words(referral.Kind))}, agreed {Time(referral.CreatedAt)}</p>
            {Person("Who it is about", referral.Person)}{(referral.Contact is { } contact ? Person("Who got in touch", contact) : "")}{Outcome(referral.Outcome)}
            {List("What matters to them", referral.WhatMatters)}{List("What they can do and want to go on doing", referral.Strengths)}{List("Who and what is around them", referral.Network)}
            {List("What they need", referral.Needs)}{List("People who help: what they do, and whether they can go on", referral.CarerContributions)}{List("Concerns that were raised", referral.Concerns)}
            {List("A first look at the Care Act's conditions; a worker decides", referral.Eligibility)}{Table("Plan for a day when the main helper can't be there", [.. Lines(referral.Contingency)])}{Estimate(referral)}{SupportPlan(referral.SupportPlan)}{Answers(referral.Answers)}{Transcript(referral.Transcript)}
            </body></html>
            """;
    }

    /// <summary>The same in a few plain lines, without the conversation.</summary>
    public static string Summary(Referral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        var lines = new StringBuilder();
        Add(lines, "What matters to them", referral.WhatMatters);
        Add(lines, "What they can do", referral.Strengths);
        Add(lines, "Who and what is around them", referral.Network);
        Add(lines, "What they need", referral.Needs);
        Add(lines, "People who help", referral.CarerContributions);
        Add(lines, "Concerns that were raised", referral.Concerns);
        Add(lines, "Plan for a day when the main helper can't be there", [.. Lines(referral.Contingency).Select(line => $"{line.Label}: {line.Value}")]);
        Add(lines, "Why this was chosen", referral.Outcome?.Reasons ?? []);
        return lines.Length == 0 ? "Nothing was told beyond the request itself." : lines.ToString().TrimEnd();
    }

    private static IEnumerable<(string Label, string? Value)> Lines(ImmutableArray<ReferralLine> lines) => lines.IsDefaultOrEmpty ? [] : lines.Select(line => (line.Label, (string?)line.Words));

    private static void Add(StringBuilder lines, string title, ImmutableArray<string> parts)
    {
        if (!parts.IsDefaultOrEmpty)
        {
            lines.Append(title).Append(": ").AppendJoin("; ", parts).Append(".\n");
        }
    }

    private static string List(string title, ImmutableArray<string> lines) =>
        lines.IsDefaultOrEmpty ? "" : $"<h2>{title}</h2><ul>{string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul>";

    private static string Person(string title, ReferralPerson person) => Table(
        title,
        ("Name", person.Name),
        ("Relation", person.Relation),
        ("Born", person.BornOn?.ToString("d MMMM yyyy", British)),
        ("Phone", person.Phone),
        ("E-mail", person.Email),
        ("Address", person.Address),
        ("Postcode", person.Postcode),
        ("Best time", person.ContactNotes));

    private static string Outcome(ReferralOutcome? outcome) => outcome is null ? "" : Table(
            "Where it leads",
            ("Tier", outcome.Tier.ToString(British)),
            ("Layer", outcome.Layer),
            ("Priority", outcome.Priority),
            ("In touch by", outcome.RespondBy is { } by ? Time(by) : null),
            ("Team", Words(outcome.Team))) + List("Because", outcome.Reasons);

    private static string Estimate(Referral referral) => referral.Estimate is not { } estimate ? "" : Table(
            "Indicative budget: a first guess, not an offer",
            ("A week", Pounds(estimate.Weekly)),
            ("Four weeks", Pounds(estimate.FourWeekly)),
            ("Points", estimate.Points.ToString(British)),
            ("Table", $"{estimate.TableId}, version {estimate.TableVersion} ({estimate.TableStatus})")) + List("How it was worked out", estimate.Working.AddRange(estimate.CostIndividually));

    private static string SupportPlan(SupportPlan? plan) => plan is null ? "" :
        Table("First support plan: the person's own, not signed off", [.. plan.Lines.Select(line => (line.For, (string?)SupportPlanWords.Of(line)))])
        + List("Sums and wishes", [.. SupportPlanWords.Sums(plan), .. SupportPlanWords.Notes(plan)]);

    private static string Answers(ImmutableArray<ReferralAnswer> answers) =>
        answers.IsDefaultOrEmpty ? "" : Table("All answers", [.. answers.Select(answer => (answer.Question, (string?)(answer.Words.Length > 0 && answer.Words != answer.Answer ? $"{answer.Answer} (“{answer.Words}”)" : answer.Answer)))]);

    private static string Transcript(ImmutableArray<TranscriptLine> lines) => lines.IsDefaultOrEmpty ? "" :
        $"<h2>The conversation</h2>{string.Concat(lines.Select(line => $"<p><span class=\"who\">{Time(line.At)}, {Encode(Words(line.Who))}</span><br>{Encode(line.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"))}";

    private static string Table(string title, params ReadOnlySpan<(string Label, string? Value)> rows)
    {
        var html = new StringBuilder();
        foreach (var (label, value) in rows)
        {
            if (!string.IsNullOrEmpty(value))
            {
                html.Append("<tr><th scope=\"row\">").Append(Encode(label)).Append("</th><td>").Append(Encode(value)).Append("</td></tr>");
            }
        }

        return html.Length == 0 ? "" : $"<h2>{title}</h2><table>{html}</table>";
    }

    private static string Words(string code) => code.Length == 0 ? "" : char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');

    private static string Pounds(decimal amount) => amount.ToString("C2", British);

    private static string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London).ToString("d MMMM yyyy, HH:mm", British);

    // Signs that turn the direction of what follows are left out: a name must not rewrite the line it stands in.
    private static string Encode(string text) => WebUtility.HtmlEncode(new string([.. text.Where(sign => sign is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))]));
}
