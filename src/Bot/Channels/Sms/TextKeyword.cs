namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Words with a meaning of their own when they are the whole text. "Please stop the carers coming" is none of them.</summary>
internal enum TextKeyword
{
    None,
    Stop,
    Start,
    Help,
    More,
    Phone,
}

/// <summary>Finds them.</summary>
internal static class TextKeywords
{
    /// <param name="isStopped">They had asked for no more texts: then YES means START, and otherwise it is an answer.</param>
    public static TextKeyword Of(string text, bool isStopped) => new string([.. text.Where(char.IsLetter)]).ToUpperInvariant() switch
    {
        "STOP" or "STOPALL" or "UNSUBSCRIBE" or "CANCEL" or "END" or "QUIT" or "REVOKE" or "OPTOUT" => TextKeyword.Stop,
        "START" or "UNSTOP" => TextKeyword.Start,
        "YES" when isStopped => TextKeyword.Start,
        "HELP" or "INFO" => TextKeyword.Help,
        "MORE" => TextKeyword.More,
        "PHONE" or "CARRYONBYPHONE" or "GOONBYPHONE" or "CONTINUEBYPHONE" => TextKeyword.Phone,
        _ => TextKeyword.None,
    };
}
