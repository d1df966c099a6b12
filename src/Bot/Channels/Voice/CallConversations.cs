using System.Globalization;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Channels.Sms;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>Takes a call's words to its conversation. Everything is stored as it is said: a hang-up loses nothing.</summary>
internal sealed class CallConversations(AddressBook addresses, ConversationStore store, TurnRunner runner, SurroundingsSource surroundings, CarryOn carryOn, DoorLimits limits, TimeProvider clock)
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

    /// <summary>Goes on with the conversation that a code belongs to: from now on the call is part of it. The same step delivered again has the same answer.</summary>
    /// <param name="number">The caller's number, E.164; null when it is withheld.</param>
    public async Task<Joined> JoinAsync(string callSid, string? number, VoiceStep step, string code, CancellationToken cancellationToken)
    {
        var joined = await carryOn.TryAsync(Channel, number, code, Key(callSid, step), number ?? callSid, cancellationToken);
        if (joined is Joined.Here(var turn) && await FindAsync(callSid, cancellationToken) is var before && before != turn.ConversationId)
        {
            await addresses.LinkAsync("call", callSid, turn.ConversationId, isVerified: true, instead: before);
        }

        return joined;
    }

    /// <summary>Remembers which conversation a number spoke in last. It proves nothing: it says only where a code may be sent.</summary>
    public async Task RememberAsync(string? number, string conversationId, CancellationToken cancellationToken)
    {
        if (number is not null && await addresses.FindAsync(Channel, number, cancellationToken) is var known && (known is null || (known.VerifiedAt is null && known.ConversationId != conversationId)))
        {
            await addresses.LinkAsync(Channel, number, conversationId, isVerified: false, instead: known?.ConversationId);
        }
    }

    /// <summary>The words mean danger: they are acted on however badly they were heard.</summary>
    public bool IsDanger(string words) => !SafetyNet.ScreenSafely(words, surroundings.At(clock.GetUtcNow()).SafetyRules).IsEmpty;

    /// <summary>Answers what was said or keyed. The same step delivered again has the same answer.</summary>
    /// <param name="number">The caller's number, E.164; null when it is withheld.</param>
    public async Task<TurnResult?> AnswerAsync(string callSid, string conversationId, VoiceStep step, string? number, string speech, string digits, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(conversationId, cancellationToken);
        var around = surroundings.At(clock.GetUtcNow());
        var asked = conversation?.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null;
        var words = digits switch
        {
            "" => speech,
            "0" when asked is null or { Kind: not Forms.AnswerKind.Number } => Person,
            "*" => Again,
            _ => TextChoices.Words(digits, conversation?.LastReplies is { IsEmpty: false } last ? last : Dialogs.Welcome.For(Channel, around), asked),
        };
        return await runner.RunAsync(new IncomingMessage(conversationId, Key(callSid, step), Channel, words, clock.GetUtcNow()) { IsOverLimit = limits.IsTooMuchFromNumber(number) }, cancellationToken);
    }

    private static string Key(string callSid, VoiceStep step) => string.Create(CultureInfo.InvariantCulture, $"call:{callSid}:{step.After}");
}
