using System.Globalization;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Takes a call's words to its conversation. Everything is stored as it is said: a hang-up loses nothing.</summary>
internal sealed class CallConversations(AddressBook addresses, ConversationStore store, TurnRunner runner, SurroundingsSource surroundings, TimeProvider clock)
{
    public const string Channel = "voice";
    private const string Person = "Talk to a person";
    private const string Again = "Say that again";

    /// <summary>Begins the conversation of a call; begun already, it is the same one. Nothing is said of an earlier call: a number proves nobody.</summary>
    public async Task<string> BeginAsync(string callSid, CancellationToken cancellationToken)
    {
        if (await addresses.FindAsync("call", callSid, cancellationToken) is null)
        {
            await addresses.LinkAsync("call", callSid, ConversationId.New(), isVerified: false, instead: null);
        }

        var linked = (await addresses.FindAsync("call", callSid, cancellationToken))!;
        await runner.StartAsync(Channel, linked.ConversationId, cancellationToken);
        return linked.ConversationId;
    }

    /// <summary>The conversation of a call; null when there is none.</summary>
    public async Task<string?> FindAsync(string callSid, CancellationToken cancellationToken) =>
        (await addresses.FindAsync("call", callSid, cancellationToken))?.ConversationId;

    /// <summary>The words mean danger: they are acted on however badly they were heard.</summary>
    public bool IsDanger(string words) => !SafetyNet.ScreenSafely(words, surroundings.At(clock.GetUtcNow()).SafetyRules).IsEmpty;

    /// <summary>Answers what was said or keyed. The same step delivered again has the same answer.</summary>
    public async Task<TurnResult?> AnswerAsync(string callSid, string conversationId, VoiceStep step, string speech, string digits, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(conversationId, cancellationToken);
        var around = surroundings.At(clock.GetUtcNow());
        var asked = conversation?.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null;
        var words = digits switch
        {
            "" => speech,
            "0" when asked is null or { Kind: not Forms.AnswerKind.Number } => Person,
            "*" => Again,
            _ => TextChoices.Words(digits, conversation?.LastReplies is { IsEmpty: false } last ? last : Dialogs.Welcome.For(around), asked),
        };
        var key = string.Create(CultureInfo.InvariantCulture, $"call:{callSid}:{step.After}");
        return await runner.RunAsync(new IncomingMessage(conversationId, key, Channel, words, clock.GetUtcNow()), cancellationToken);
    }
}
