namespace TransformingLives.Bot.Desk.Pages;

/// <summary>Why a person is wanted, in words for staff.</summary>
internal static class ConcernWords
{
    public static string Of(string kind) => kind switch
    {
        "emergency_999" => "Life in danger: told to ring 999",
        "suicide_self_harm" => "Thoughts of suicide or self-harm",
        "safeguarding" => "Somebody may be harmed or neglected",
        "carer_breakdown" => "Somebody who gives care can't go on",
        "urgent_care_need" => "Care is missing today",
        "contingency_plan" => "The main helper can't be there: their plan was set going",
        "person_asked_for" => "Asked for a person",
        "transferred" => "Passed on by a colleague",
        "officer_gone" => "Was with an officer who was cut off",
        "ring_them" => "To be rung, as they asked",
        "call_back" => "A call was promised",
        "stepped_in" => "An officer stepped in",
        "failed" => "The assistant failed to answer",
        _ => kind.Replace('_', ' '),
    };

    /// <summary>A concern as a referral carries it, <c>code: what was said</c>, in words for staff.</summary>
    public static string OfReferral(string concern) =>
        concern.Split(": ", 2) is [var code, var words] ? $"{Of(code)}: “{words}”" : concern;
}
