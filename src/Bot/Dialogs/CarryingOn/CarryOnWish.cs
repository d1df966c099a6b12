using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Dialogs.CarryingOn;

/// <summary>How somebody wants to go on.</summary>
internal enum CarryOnWish
{
    /// <summary>They said nothing of it.</summary>
    None,

    /// <summary>By text message.</summary>
    ByText,

    /// <summary>By telephone.</summary>
    ByPhone,

    /// <summary>Have what was just said as a text.</summary>
    TextThis,
}

/// <summary>The words for it. They are said in short, so that a story with a telephone in it is none of them.</summary>
internal static class CarryOnWishes
{
    private const int ShortMessage = 12;
    private static readonly string[] Text = ["carry on by text", "go on by text", "continue by text", "carry on with texts", "carry on in a text", "switch to text", "switch to texts", "do this by text", "talk by text"];
    private static readonly string[] Phone = ["carry on by phone", "go on by phone", "continue by phone", "carry on by telephone", "carry on on the phone", "carry on over the phone", "switch to phone", "switch to the phone", "do this by phone", "finish this by phone"];
    private static readonly string[] This = ["text me this", "text this to me", "send me this as a text", "text me that", "text that to me"];

    /// <summary>What a message wishes.</summary>
    public static CarryOnWish In(string message)
    {
        var line = Words.Line(message);
        return line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > ShortMessage ? CarryOnWish.None
            : Words.HasAny(line, This) ? CarryOnWish.TextThis
            : Words.HasAny(line, Text) ? CarryOnWish.ByText
            : Words.HasAny(line, Phone) ? CarryOnWish.ByPhone
            : CarryOnWish.None;
    }
}
