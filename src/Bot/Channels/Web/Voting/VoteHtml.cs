using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.Web.Voting;

/// <summary>Two buttons under an answer of a guide.</summary>
internal static class VoteHtml
{
    /// <summary>What is said to a vote.</summary>
    public const string Thanks = "Thank you. The people who write these answers see it.";

    /// <summary>The form that the buttons send.</summary>
    public static string Form(string tokenName, string token, PageMode mode) =>
        $"<form id=\"helpful\" method=\"post\" action=\"/chat/helpful\"><input type=\"hidden\" name=\"{PageHtml.Encode(tokenName)}\" value=\"{PageHtml.Encode(token)}\"><input type=\"hidden\" name=\"{PageModes.Field}\" value=\"{mode.Word()}\"></form>";

    /// <summary>The buttons; empty under anything else than an answer of a guide.</summary>
    public static string Under(LogEntry entry) => entry is not { Who: Speaker.Assistant, Reply.Guide: not null } ? "" :
        $"<p class=\"vote\">Did this help? <button class=\"link\" form=\"helpful\" name=\"vote\" value=\"{entry.Sequence}:yes\">Yes<span class=\"hidden\">, this answer helped</span></button> <button class=\"link\" form=\"helpful\" name=\"vote\" value=\"{entry.Sequence}:no\">No<span class=\"hidden\">, this answer did not help</span></button></p>";
}
