using OpenTelemetry;
using OpenTelemetry.Logs;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>
/// Whoever knows the id of a conversation can read it, and a collector is read by many: each id becomes a fingerprint, the same for the same id. What an
/// exception says may quote anything, so only its kind goes.
/// </summary>
internal sealed class WithoutIds : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Attributes = [.. (data.Attributes ?? []).Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value is string text ? Fingerprint.InPlaceOfIds(text) : pair.Value)), .. Kind(data.Exception)];
        data.Exception = null;
    }

    private static KeyValuePair<string, object?>[] Kind(Exception? exception) => exception is null ? [] : [new("exception.type", exception.GetType().Name)];
}
