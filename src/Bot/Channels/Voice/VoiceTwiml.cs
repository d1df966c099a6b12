using System.Xml.Linq;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>What Twilio is told to do with a call.</summary>
internal static class VoiceTwiml
{
    private const string Voice = "Polly.Amy";
    private const string Language = "en-GB";

    /// <summary>Says something and listens meanwhile, to speech and keys: a caller may cut in at any time.</summary>
    /// <param name="action">Where what was heard goes; silence too.</param>
    public static IResult Ask(IEnumerable<string> said, string action, bool isSlow) => Twiml.Of(
        new XElement(
            "Gather",
            new XAttribute("input", "speech dtmf"),
            new XAttribute("language", Language),
            new XAttribute("speechTimeout", "auto"),
            new XAttribute("timeout", "6"),
            new XAttribute("profanityFilter", "false"),
            new XAttribute("actionOnEmptyResult", "true"),
            new XAttribute("action", action),
            said.Select(words => Say(words, isSlow))),
        new XElement("Redirect", action));

    /// <summary>Says something and rings a person; what comes of it goes to <paramref name="action"/>.</summary>
    public static IResult Dial(IEnumerable<string> said, string number, string action) => Twiml.Of(
        [.. said.Select(words => (object)Say(words, isSlow: false)), new XElement("Dial", new XAttribute("action", action), new XAttribute("timeout", "30"), new XElement("Number", number))]);

    /// <summary>Says something and puts the call in a queue.</summary>
    public static IResult Enqueue(IEnumerable<string> said, string queue, string action) => Twiml.Of(
        [.. said.Select(words => (object)Say(words, isSlow: false)), new XElement("Enqueue", new XAttribute("action", action), queue)]);

    private static XElement Say(string words, bool isSlow) => new(
        "Say",
        new XAttribute("voice", Voice),
        new XAttribute("language", Language),
        isSlow ? new XElement("prosody", new XAttribute("rate", "slow"), Twiml.Clean(words)) : Twiml.Clean(words));
}
