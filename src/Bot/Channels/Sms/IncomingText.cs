namespace TransformingLives.Bot.Channels.Sms;

/// <summary>A text that came in, from whichever provider.</summary>
/// <param name="Id">The provider's id of it: the same id is the same text, however often it comes.</param>
/// <param name="Kind"><c>sms</c> or <c>whatsapp</c>.</param>
/// <param name="Number">Who sent it, E.164.</param>
/// <param name="Words">What it says.</param>
/// <param name="HasPicture">A picture came with it.</param>
/// <param name="IsAnsweredAlready">The provider has answered a STOP, START or HELP itself.</param>
internal sealed record IncomingText(string Id, string Kind, string Number, string Words, bool HasPicture, bool IsAnsweredAlready);
