using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Tests.Ras;

namespace TransformingLives.CaseBridge.Tests.Referrals;

internal static class SampleReferral
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A whole referral of an invented person.</summary>
    public static Referral New(string priority = "P3")
    {
        var id = Guid.NewGuid();
        return new Referral
        {
            Id = id,
            Reference = CouncilCases.NewReference(id),
            ConversationId = "c1",
            Kind = "needs_assessment",
            CreatedAt = Now,
            Person = new ReferralPerson("Edna Jones", new DateOnly(1946, 2, 3), "01632 960123", null, "CB1 1AA", null, "wife", null),
            WhatMatters = ["Staying in our own home"],
            Strengths = ["Loves her garden"],
            CarerContributions = ["Her husband helps her wash and wants to go on doing it"],
            Outcome = new ReferralOutcome(3, "meet", priority, Now.AddDays(2), "older_people_north", ["She needs help at night."]),
            Estimate = ShippedTable.Estimate(ShippedTable.Levels("9+7+5+4+6+6+4+0+6+7+6+0")),
            Answers = [new ReferralAnswer("needs", "needs_eating", "With meals?", "Every day", "every day really", true)],
            Transcript = [new TranscriptLine(Now, "resident", "My wife gets up at night")],
        };
    }
}
