using System.Globalization;

namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>
/// How much comes through the doors, by conversation, token, address and number. A message over a limit is marked and not refused: it is screened for danger and stored
/// like any other, and only its answer is short. What is refused is what carries no words.
/// </summary>
public sealed class DoorLimits
{
    private readonly LimitOptions options;
    private readonly TrustedProxies trusted;
    private readonly Allowance messages;
    private readonly Allowance messagesByNumber;
    private readonly Allowance messagesByAddress;
    private readonly Allowance startsByAddress;
    private readonly Allowance uploads;
    private readonly Allowance reads;
    private readonly Allowance readsByAddress;

    internal DoorLimits(LimitOptions options, TrustedProxies trusted, TimeProvider clock)
    {
        (this.options, this.trusted) = (options, trusted);
        messages = new(options.MessagesPerMinute, clock);
        messagesByNumber = new(options.MessagesPerMinuteByNumber, clock);
        messagesByAddress = new(options.MessagesPerMinuteByAddress, clock);
        startsByAddress = new(options.StartsPerMinuteByAddress, clock);
        uploads = new(options.UploadsPerMinute, clock);
        reads = new(options.ReadsPerMinute, clock);
        readsByAddress = new(options.ReadsPerMinuteByAddress, clock);
    }

    /// <summary>One more message in a conversation is too many.</summary>
    internal bool IsTooMuchIn(string conversationId) => Wait(messages, conversationId) is not null;

    /// <summary>One more message from a number is too many.</summary>
    internal bool IsTooMuchFromNumber(string? number) => Wait(messagesByNumber, number) is not null;

    /// <summary>One more message from where this request comes from is too many.</summary>
    internal bool IsTooMuchFrom(HttpContext http) => Wait(messagesByAddress, AddressOf(http)) is not null;

    /// <summary>How long to wait before a conversation may be begun from there; null for not at all.</summary>
    internal TimeSpan? WaitToStart(HttpContext http) => Wait(startsByAddress, AddressOf(http));

    /// <summary>How long to wait before something may be uploaded; null for not at all.</summary>
    internal TimeSpan? WaitToUpload(HttpContext http, string conversationId) =>
        Wait(uploads, conversationId) ?? (AddressOf(http) is { } address ? Wait(uploads, $"from {address}") : null);

    /// <summary>How long to wait before a conversation, or without one the directory, may be read again; null for not at all.</summary>
    internal TimeSpan? WaitToRead(HttpContext http, string? conversationId) => Wait(reads, conversationId) ?? Wait(readsByAddress, AddressOf(http));

    /// <summary>Says in a refusal when to come again, in whole seconds.</summary>
    internal static int Tell(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    private TimeSpan? Wait(Allowance allowance, string? key) => options.Enabled && key is not null ? allowance.Wait(key) : null;

    private string? AddressOf(HttpContext http) => options.Enabled ? ClientAddress.Of(http.Connection.RemoteIpAddress, trusted) : null;
}
