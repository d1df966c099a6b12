using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>Answers to webhooks: Twilio's markup, without any character that XML forbids.</summary>
internal static class Twiml
{
    /// <summary>Nothing to say: an answer all the same, never an empty body.</summary>
    public static IResult Nothing { get; } = Of();

    /// <summary>The verbs in order.</summary>
    public static IResult Of(params object[] verbs) => Results.Text(Write(new XElement("Response", verbs)), "text/xml; charset=utf-8");

    /// <summary>The same words without what XML cannot carry.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static string Write(XElement response) => $"""<?xml version="1.0" encoding="UTF-8"?>{response.ToString(SaveOptions.DisableFormatting)}""";
}
