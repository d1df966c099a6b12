using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Safety;

/// <summary>How concerns are written in content, records and figures.</summary>
public static class ConcernCodes
{
    /// <summary><c>emergency_999</c>, <c>suicide_self_harm</c>, <c>safeguarding</c>, <c>carer_breakdown</c> or <c>urgent_care_need</c>.</summary>
    public static string Code(this ConcernKind kind) => kind switch
    {
        ConcernKind.Emergency999 => "emergency_999",
        ConcernKind.SuicideSelfHarm => "suicide_self_harm",
        ConcernKind.Safeguarding => "safeguarding",
        ConcernKind.CarerBreakdown => "carer_breakdown",
        ConcernKind.UrgentCareNeed => "urgent_care_need",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of concern."),
    };

    /// <summary>The kind a code stands for; null when it is none.</summary>
    public static ConcernKind? Parse(string code) => Enum.GetValues<ConcernKind>().Cast<ConcernKind?>().FirstOrDefault(kind => kind!.Value.Code() == code);

    /// <summary>The kind that a code in a field stands for; null, and a problem of the file, when it is none.</summary>
    internal static ConcernKind? Read(ContentNode node, string field, string code)
    {
        var kind = Parse(code);
        if (kind is null)
        {
            node.Problem(field, $"There is no concern '{code}'.");
        }

        return kind;
    }
}
