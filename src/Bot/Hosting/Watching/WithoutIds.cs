using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>
/// Whoever knows the id of a conversation can read it, and a collector is read by many: each id becomes a fingerprint, the same for the same id. What an
/// exception says may quote anything, so only its kind goes.
/// </summary>
internal sealed partial class WithoutIds : BaseProcessor<LogRecord>
{
    private const int FingerprintLength = 12;

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Attributes = [.. (data.Attributes ?? []).Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value is string text ? Hide(text) : pair.Value)), .. Kind(data.Exception)];
        data.Exception = null;
    }

    private static KeyValuePair<string, object?>[] Kind(Exception? exception) => exception is null ? [] : [new("exception.type", exception.GetType().Name)];

    private static string Hide(string text) => Id().Replace(text, id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))[..FingerprintLength]);

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
