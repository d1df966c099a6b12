using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans;
using TransformingLives.Bot.Plans.Support;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.HandingOver;

/// <summary>All that was said and agreed, as a referral: story first, strengths before needs.</summary>
internal static class ReferralFromConversation
{
    public static Referral Of(Turn turn, string kind, TriageOutcome outcome, Guid id, Surroundings around)
    {
        var conversation = turn.Conversation;
        var questions = around.Content.Forms.SelectMany(form => form.Questions.Select(question => (form, question))).ToList();
        ImmutableArray<string> Part(string part) =>
            Once([.. questions.Where(q => q.question.Part == part).Select(q => Line(q.question, conversation)).OfType<string>()], Told(conversation, part));

        return new Referral
        {
            Id = id,
            Reference = CouncilCases.NewReference(id),
            ConversationId = conversation.Id,
            Kind = kind,
            CreatedAt = around.Now,
            Person = Person(conversation),
            Contact = Contact(conversation),
            WhatMatters = Part("what_matters"),
            Strengths = Part("strengths"),
            Network = Part("network"),
            Needs = Part("needs"),
            CarerContributions = Part("helper"),
            Concerns = [.. conversation.Concerns.Select(raised => $"{raised.Concern.Kind.Code()}: {raised.Concern.Words}")],
            Outcome = Outcome(outcome, around),
            Eligibility = EligibilityForReferral.Of(conversation, kind, around),
            Estimate = kind == "needs_assessment" ? conversation.Estimate : null,
            Contribution = kind == "needs_assessment" ? conversation.Contribution : null,
            Holding = kind == "needs_assessment" ? Holding(conversation, around) : null,
            SupportPlan = kind == "needs_assessment" ? MakeSupportPlan.From(conversation, around) : null,
            Contingency = [.. MakeContingencyPlan.From(conversation, around).Lines.Select(line => new ReferralLine(line.Label, line.Words))],
            Answers = [.. questions.Select(q => Answer(q.form, q.question, conversation)).OfType<ReferralAnswer>()],
        };
    }

    private static ReferralOutcome Outcome(TriageOutcome outcome, Surroundings around) => new(
        outcome.Tier,
        outcome.Layer,
        outcome.Priority,
        around.Content.RespondBy(outcome.Priority, around.Now),
        outcome.Team,
        [.. outcome.Reasons.Select(reason => reason.Text)]);

    private static ReferralPerson Person(Conversation conversation) => new(
        Text(conversation, "person_name"),
        (conversation.Answers["person_date_of_birth"]?.Value as DateValue)?.Day,
        Phone(conversation),
        Text(conversation, "contact_email"),
        Text(conversation, "person_postcode") ?? conversation.Place?.Outcode,
        Text(conversation, "person_address"),
        null,
        Text(conversation, "contact_when"));

    private static ReferralPerson? Contact(Conversation conversation) =>
        Text(conversation, "contact_name") is { } name
            ? new ReferralPerson(name, null, Phone(conversation), null, null, null, Fact(conversation, "contact.relation"), Text(conversation, "contact_when"))
            : null;

    // Somebody who texts is reached where they text, without being asked for their number.
    private static string? Phone(Conversation conversation) =>
        (conversation.Answers["contact_phone"]?.Value as PhoneValue)?.Digits
        ?? (conversation.Numbers.IsEmpty ? null : conversation.Numbers[^1] is var number && number.StartsWith("+44", StringComparison.Ordinal) ? $"0{number[3..]}" : conversation.Numbers[^1]);

    private static string? Holding(Conversation conversation, Surroundings around) =>
        around.Content.FindQuestion("holding") is { } question && conversation.Answers["holding"] is { IsSkipped: false } answer ? AnswerText.Of(question, answer.Value) : null;

    private static string? Text(Conversation conversation, string question) => (conversation.Answers[question]?.Value as TextValue)?.Text;

    private static string? Fact(Conversation conversation, string fact) =>
        conversation.Facts.LastOrDefault(f => f.Fact == fact)?.Value is ChoiceValue choice ? choice.Option : null;

    private static string? Line(Question question, Conversation conversation) =>
        conversation.Answers[question.Id] is { IsSkipped: false } answer ? $"{question.Label}: {AnswerText.Of(question, answer.Value)}" : null;

    // What was said in passing often became an answer: it stands there once.
    private static ImmutableArray<string> Once(ImmutableArray<string> lines, IEnumerable<string> told) =>
        [.. lines, .. told.Where(words => !lines.Any(line => line.Contains(words.Trim().TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Facts said in passing, in their own words, under the part of the referral they belong to.</summary>
    private static IEnumerable<string> Told(Conversation conversation, string part) => conversation.Facts
        .Where(fact => PartOf(fact) == part)
        .Select(fact => fact.Words)
        .Distinct();

    private static string? PartOf(VolunteeredFact fact) => fact.Fact switch
    {
        "person.wants" or "person.activities" => "what_matters",
        "person.strengths" => "strengths",
        "contact.relation" => "network",
        "person.conditions" or "person.cannot" or "person.fall" or "helper.nights" => "needs",
        "helper.not_a_carer" => "helper",
        _ => null,
    };

    private static ReferralAnswer? Answer(Form form, Question question, Conversation conversation) =>
        conversation.Answers[question.Id] is { } answer
            ? new ReferralAnswer(form.Id, question.Id, question.Label, answer.IsSkipped ? "Left out" : AnswerText.Of(question, answer.Value), answer.Words, answer.Origin == AnswerOrigin.Volunteered)
            : null;
}
