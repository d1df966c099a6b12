namespace TransformingLives.Bot.Replies;

/// <summary>A reply as words to be spoken: the spoken or the short wording, numbers first, and no more than three options at a time.</summary>
public static class Voice
{
    /// <summary>The most options that are read out in one go.</summary>
    public const int MostOptions = 3;

    private const int LongestText = 420;

    /// <summary>What is said.</summary>
    public static string Of(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var words = ReplyText.Plain(reply.Spoken.Length > 0 ? reply.Spoken : reply.Text.Length > LongestText && reply.Short.Length > 0 ? reply.Short : reply.Text).Replace("\n\n", " ", StringComparison.Ordinal);
        var numbers = reply.Numbers.Take(MostOptions).Select(number => $"{number.Label}: {number.Number}.");
        var services = reply.Services.Take(MostOptions - 1).Select(service => $"{service.Name}{(service.Phone.Length > 0 ? $", on {service.Phone}" : "")}.");
        var rows = reply.Style is ReplyStyle.Summary or ReplyStyle.Estimate ? reply.Rows.Select(row => $"{row.Label}: {row.Value}.") : [];
        return string.Join(' ', [.. numbers, WithoutReply(words), .. Options(reply), .. services, .. rows]).Trim();
    }

    // Yes and no need not be read out; of a long list the first three are, and that there are more.
    private static IEnumerable<string> Options(Reply reply)
    {
        var labels = reply.Style == ReplyStyle.Question ? reply.Actions.Where(action => action.Value is not ("Skip" or "Yes" or "No")).Select(action => action.Label).ToList() : [];
        return labels.Count == 0 ? [] : labels.Count <= MostOptions ? [$"You can say: {string.Join(", or ", labels)}."] : [$"For instance: {string.Join(", or ", labels.Take(MostOptions))}. Say it in your own words."];
    }

    private static string WithoutReply(string text) => text.Replace(" Reply YES or NO.", "", StringComparison.Ordinal);
}
