namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>
/// How much libraries may write into any log. It stands over all settings: those of one log (<c>Logging__Console__LogLevel__Default</c>) would otherwise stand over
/// what the program leaves out for all of them, and open the web server's lines with whole addresses.
/// </summary>
internal static class QuietLibraries
{
    private const string Collector = "OpenTelemetry";

    private static readonly (string Category, LogLevel Level)[] Most =
    [
        ("Microsoft", LogLevel.Warning),

        // We say ourselves, in a sentence, why the start failed. Keys lie in the data folder, which is the council's to guard.
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None),
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),

        // It logs requests, which we don't; for as long as it might, every request holds an activity, and a WebSocket is a long request.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
    ];

    public static void Quieten(this ILoggingBuilder logging) => logging.Services.PostConfigure<LoggerFilterOptions>(options =>
    {
        var rules = options.Rules.ToList();
        foreach (var (category, level) in Most)
        {
            options.Rules.Add(new LoggerFilterRule(null, category, level, null));
            foreach (var log in rules.Where(rule => Opens(rule, category, level)).Select(rule => rule.ProviderName).Distinct())
            {
                options.Rules.Add(new LoggerFilterRule(log, category, IsCollector(log) ? LogLevel.None : level, null));
            }
        }
    });

    private static bool Opens(LoggerFilterRule rule, string category, LogLevel level) =>
        rule.ProviderName is not null && rule.LogLevel < level && (rule.CategoryName is not { } named || category.StartsWith(named, StringComparison.OrdinalIgnoreCase));

    // Only our own goes to a collector.
    private static bool IsCollector(string? log) => log!.StartsWith(Collector, StringComparison.Ordinal);
}
