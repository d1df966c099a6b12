using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Channels.Twilio;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Voice;

/// <summary>The telephone, by Twilio: says what the assistant says, and listens.</summary>
internal sealed class VoiceEndpoints(CallConversations calls, ConversationStore store, SurroundingsSource surroundings, TwilioOptions options, PublicAddress address, IDataProtectionProvider protection, CarryOnCodes codes, CallBackCode callBack, IEnumerable<ITextProvider> texts, TimeProvider clock)
{
    /// <summary>Heard with less confidence than this, it is read back before it counts.</summary>
    private const double SureEnough = 0.5;

    private const int SilencesToPerson = 3;
    private const string CodeByText = "7";
    private readonly IDataProtector heard = protection.CreateProtector("voice-heard");

    public static void Map(IEndpointRouteBuilder twilio)
    {
        twilio.MapPost("/voice", (HttpContext http, VoiceEndpoints voice) => voice.RingAsync(http));
        twilio.MapPost("/voice/answer", (HttpContext http, VoiceEndpoints voice) => voice.AnswerAsync(http));
        twilio.MapPost("/voice/confirm", (HttpContext http, VoiceEndpoints voice) => voice.ConfirmAsync(http));
        twilio.MapPost("/voice/dialled", (HttpContext http, VoiceEndpoints voice) => voice.DialledAsync(http));
        twilio.MapPost("/voice/status", () => Results.NoContent());
    }

    private async Task<IResult> RingAsync(HttpContext http)
    {
        if (TwilioWebhook.FormOf(http)["CallSid"] is not { Length: > 0 and <= 64 } sid)
        {
            return Twiml.Nothing;
        }

        var id = await calls.BeginAsync(sid, http.RequestAborted);
        var log = await store.ReadLogAsync(id, 0, http.RequestAborted);
        if (IsOff)
        {
            return ConnectIfOpen(SpokenReply.Of([.. Dialogs.Welcome.For(CallConversations.Channel, surroundings.At(clock.GetUtcNow()))]), new VoiceStep(log[^1].Sequence, 0, false));
        }

        ImmutableArray<string> said = [.. SpokenReply.Of([.. log.Select(entry => entry.Reply).OfType<Reply>()]), .. HasMany ? [Phrase(MayTextCode(http) ? PhraseIds.CarryOnOnACallFromAMobile : PhraseIds.CarryOnOnACall)] : Array.Empty<string>()];
        return Ask(said, new VoiceStep(log[^1].Sequence, 0, false) { IsFirst = true });
    }

    // Turned off, a call is put through where somebody answers; otherwise it is told the numbers, and what is said all the same is still heard for danger.
    private bool IsOff => surroundings.At(clock.GetUtcNow()).Switches.Of(CallConversations.Channel) is not null;

    private bool HasMany => surroundings.At(clock.GetUtcNow()).Content.Council.CallNumber.Length > 0;

    private static string? NumberOf(HttpContext http) => PhoneNumber.E164(TwilioWebhook.FormOf(http)["From"]);

    private bool MayTextCode(HttpContext http) => texts.Any() && NumberOf(http) is { } number && PhoneNumber.IsMobile(number);

    // A code by its keys or said aloud, the wish for one, or the wish to go on by text; null for anything else.
    private async Task<IResult?> ChangeChannelAsync(HttpContext http, string callSid, VoiceStep step, string speech, string digits)
    {
        if (!HasMany || callSid.Length == 0)
        {
            return null;
        }

        if (digits == CodeByText && step.IsFirst && MayTextCode(http))
        {
            await callBack.SendAsync(NumberOf(http)!, http.RequestAborted);
            return Ask([Phrase(PhraseIds.CarryOnCodeOnItsWay)], step);
        }

        if (CarryOnCode.In(digits.Length > 0 ? digits : speech) is { } code)
        {
            return await JoinAsync(http, callSid, step, code);
        }

        if (CarryOnWishes.In(speech) == CarryOnWish.ByText && !calls.IsDanger(speech) && await calls.FindAsync(callSid, http.RequestAborted) is { } id)
        {
            var toSay = string.Join(", ", CarryOnCode.Printed(await codes.IssueAsync(id, null, http.RequestAborted)).Split(' ').Select(half => string.Join(' ', half.AsEnumerable())));
            return Ask([Phrase(PhraseIds.CarryOnCodeToText, ("code", toSay))], step);
        }

        return null;
    }

    private async Task<IResult?> JoinAsync(HttpContext http, string callSid, VoiceStep step, string code)
    {
        switch (await calls.JoinAsync(callSid, NumberOf(http), step, code, http.RequestAborted))
        {
            case Joined.Here here:
                return Ask(SpokenReply.Of(here.Turn.Replies), new VoiceStep(here.Turn.LastSequence, 0, step.IsSlow));
            case Joined.No no when await calls.FindAsync(callSid, http.RequestAborted) is not { } id || await store.FindAsync(id, http.RequestAborted) is not { OpenQuestion: not null }:
                return Ask([Phrase(no.IsTooMany ? PhraseIds.CarryOnTooMany : PhraseIds.CarryOnWrongCode)], step);
            default:
                return null;
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = TwilioWebhook.FormOf(http);
        var step = VoiceStep.Read(http.Request.Query);
        var (speech, digits) = (form["SpeechResult"].Trim(), form["Digits"]);
        if (IsOff)
        {
            return speech.Length == 0 && digits.Length == 0 ? Twiml.Of(new System.Xml.Linq.XElement("Hangup")) : await SayAsync(http, form["CallSid"], step, speech, digits);
        }

        if (speech.Length == 0 && digits.Length == 0)
        {
            return await SilenceAsync(http, form["CallSid"], step);
        }

        if (await ChangeChannelAsync(http, form["CallSid"], step, speech, digits) is { } changed)
        {
            return changed;
        }

        if (IsSlower(speech))
        {
            return await RepeatAsync(http, form["CallSid"], step with { IsSlow = true, Silences = 0 }, "");
        }

        return digits.Length == 0 && IsUnsure(form["Confidence"]) && !calls.IsDanger(speech)
            ? ReadBack(speech, step)
            : await SayAsync(http, form["CallSid"], step, speech, digits);
    }

    private IResult ReadBack(string speech, VoiceStep step) => VoiceTwiml.Ask(
        [$"{Phrase(PhraseIds.VoiceHeard)} {speech}.", Phrase(PhraseIds.VoiceConfirm)],
        $"{Base}/voice/confirm?{step.Query}&heard={heard.Protect(speech)}",
        step.IsSlow);

    // What they say instead of yes or no is taken as the answer said again.
    private async Task<IResult> ConfirmAsync(HttpContext http)
    {
        var form = TwilioWebhook.FormOf(http);
        var step = VoiceStep.Read(http.Request.Query);
        var said = form["SpeechResult"].Trim().TrimEnd('.').ToLowerInvariant();
        if (form["Digits"] == "1" || said is "yes" or "yeah" or "yes please" or "that's right" or "correct")
        {
            return Heard(http) is { } words ? await SayAsync(http, form["CallSid"], step, words, "") : await RepeatAsync(http, form["CallSid"], step, Phrase(PhraseIds.VoiceAgain));
        }

        return form["Digits"] == "2" || said.Length == 0 || said is "no" or "nope" or "no that's wrong"
            ? await RepeatAsync(http, form["CallSid"], step, Phrase(PhraseIds.VoiceAgain))
            : await SayAsync(http, form["CallSid"], step, form["SpeechResult"], "");
    }

    // Sealed, because addresses are written to logs; a seal of another node's keys is no fault of the caller's.
    private string? Heard(HttpContext http)
    {
        try
        {
            return heard.Unprotect(http.Request.Query["heard"].ToString());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<IResult> SayAsync(HttpContext http, string callSid, VoiceStep step, string speech, string digits)
    {
        if (await calls.FindAsync(callSid, http.RequestAborted) is not { } id || await calls.AnswerAsync(callSid, id, step, NumberOf(http), speech, digits, http.RequestAborted) is not { } result)
        {
            return await RingAsync(http);
        }

        await calls.RememberAsync(NumberOf(http), id, http.RequestAborted);
        var said = SpokenReply.Of(result.Replies);
        var next = result.IsBusy ? step : new VoiceStep(result.LastSequence, 0, step.IsSlow);
        return result.Ending is EndingIds.PersonAskedFor or EndingIds.SwitchedOff ? ConnectIfOpen(said, next) : Ask(said, next);
    }

    private IResult ConnectIfOpen(ImmutableArray<string> said, VoiceStep next) => surroundings.At(clock.GetUtcNow()).IsOpen ? Connect(said, next) : Ask(said, next);

    /// <summary>In hours a person is rung, or the call waits in their queue; without either the assistant goes on.</summary>
    private IResult Connect(ImmutableArray<string> said, VoiceStep next)
    {
        var action = $"{Base}/voice/dialled?{next.Query}";
        return options switch
        {
            { Queue.Length: > 0 } => VoiceTwiml.Enqueue(said, options.Queue, action),
            { DialTo.Length: > 0 } => VoiceTwiml.Dial(said, options.DialTo, action),
            _ => Ask(said, next),
        };
    }

    private async Task<IResult> DialledAsync(HttpContext http)
    {
        var form = TwilioWebhook.FormOf(http);
        var isDone = form["DialCallStatus"] == "completed" || form["QueueResult"] is "bridged" or "hangup" or "leave";
        return isDone ? Twiml.Of(new System.Xml.Linq.XElement("Hangup")) : await RepeatAsync(http, form["CallSid"], VoiceStep.Read(http.Request.Query), Phrase(PhraseIds.VoiceNobodyFree));
    }

    private async Task<IResult> SilenceAsync(HttpContext http, string callSid, VoiceStep step)
    {
        var silences = step.Silences + 1;
        return silences >= SilencesToPerson
            ? await SayAsync(http, callSid, step, "Talk to a person", "")
            : await RepeatAsync(http, callSid, step with { Silences = silences }, Phrase(silences == 1 ? PhraseIds.VoiceSilence : PhraseIds.VoiceUseKeys));
    }

    private async Task<IResult> RepeatAsync(HttpContext http, string callSid, VoiceStep step, string first)
    {
        if (await calls.FindAsync(callSid, http.RequestAborted) is not { } id)
        {
            return await RingAsync(http);
        }

        var last = (await store.FindAsync(id, http.RequestAborted))?.LastReplies ?? [];
        var log = last.IsEmpty ? await store.ReadLogAsync(id, 0, http.RequestAborted) : [];
        return Ask([first, .. SpokenReply.Of(last.IsEmpty ? [.. log.Select(entry => entry.Reply).OfType<Reply>()] : last)], step);
    }

    private IResult Ask(ImmutableArray<string> said, VoiceStep step) => VoiceTwiml.Ask(said.Where(words => words.Length > 0), $"{Base}/voice/answer?{step.Query}", step.IsSlow);

    private string Base => $"{address.Configured!.AbsoluteUri.TrimEnd('/')}/twilio";

    private static bool IsSlower(string speech) => speech.TrimEnd('.').ToLowerInvariant() is "slower" or "slower please" or "speak slower" or "more slowly" or "can you speak more slowly" or "slow down";

    // Absent is "not known", which is not the same as doubtful.
    private static bool IsUnsure(string confidence) => double.TryParse(confidence, NumberStyles.Float, CultureInfo.InvariantCulture, out var sure) && sure < SureEnough;

    private string Phrase(string id, params (string Name, string Value)[] values)
    {
        var around = surroundings.At(clock.GetUtcNow());
        var all = values.Aggregate(around.Content.Council.Values(around.IsOpen), (filled, value) => filled.SetItem(value.Name, value.Value));
        return SpokenNumbers.In(around.Content.Phrases.Say(id, all, 0).Text);
    }
}
