namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>Codes of a referral in words for staff.</summary>
internal static class ReferralWords
{
    public static string Kind(string kind) => Words(kind);

    public static string Team(string? team) => Words(team ?? "");

    public static string Layer(string layer) => layer switch
    {
        "prevent" => "Prevent need",
        "reduce" => "Reduce need",
        "delay" => "Delay need",
        "meet" => "Meet need",
        _ => Words(layer),
    };

    private static string Words(string code)
    {
        var words = code.Replace('_', ' ');
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
