using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Safety;

namespace TransformingLives.LanguageModel.Tests.Testing;

/// <summary>All of a conversation that a model must not change: not the words of answers, but everything that follows from what was said.</summary>
internal static class Differences
{
    public static string Of(Conversation conversation) => string.Join('\n',
    [
        $"forms {string.Join(',', conversation.Forms)} finished {string.Join(',', conversation.Finished)}",
        $"asked {string.Join(',', conversation.Asked)} open {conversation.OpenQuestion} {conversation.OpenOffer}",
        .. conversation.Answers.ByQuestion.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {Json(pair.Value.Value)}"),
        .. conversation.Facts.Select(fact => $"{fact.Fact} = {Json(fact.Value)}"),
        .. conversation.Concerns.Select(raised => $"concern {raised.Concern.Kind.Code()} {raised.IsOpen}"),
        $"topics {string.Join(',', conversation.Topics)} sent {string.Join(',', conversation.Sent.Select(sent => sent.Kind))} floor {conversation.Floor} crisis {conversation.Crisis}",
    ]);

    private static string Json(AnswerValue value) => System.Text.Json.JsonSerializer.Serialize(value);

    public static string Of(PlayedStory story) => string.Join('\n',
    [
        Of(story.Conversation),
        $"endings {string.Join(',', story.Turns.Select(turn => turn.Ending))}",
        $"phrases {string.Join(',', story.Turns.SelectMany(turn => turn.Replies).Select(reply => reply.Phrase))}",
        .. story.Referrals.Select(referral => $"referral {referral.Kind} tier {referral.Outcome?.Tier} {referral.Outcome?.Layer} {referral.Outcome?.Priority} {referral.Outcome?.Team} {string.Join(';', referral.Outcome?.Reasons ?? [])}"),
        .. story.Alerts.Select(alert => $"alert {alert.Alert.Kind}"),
    ]);
}
