using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>The fields of a webhook, exactly as they were sent: nothing trimmed, nothing left out, or the signature would not hold.</summary>
internal sealed class TwilioForm(IReadOnlyList<KeyValuePair<string, string>> fields)
{
    /// <summary>All of them, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>A field; empty when it is missing.</summary>
    public string this[string name] => fields.FirstOrDefault(field => field.Key == name).Value ?? "";

    /// <summary>It was sent, empty or not.</summary>
    public bool Has(string name) => fields.Any(field => field.Key == name);

    public static TwilioForm Parse(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            fields.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return new TwilioForm(fields);
    }
}
