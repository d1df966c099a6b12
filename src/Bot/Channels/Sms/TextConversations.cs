using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.CarryingOn;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Answers a text: finds its conversation by the number, and gives one page to send back. The same text again has the same answer.</summary>
internal sealed class TextConversations(AddressBook addresses, ConversationStore store, TurnRunner runner, SurroundingsSource surroundings, CarryOnCodes codes, CarryOn carryOn, DoorLimits limits, TimeProvider clock)
{
    /// <summary>After this much silence a number may belong to somebody else: what was said before is not gone on with.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(28);

    /// <summary>What to send back; null for nothing.</summary>
    public async Task<string?> AnswerAsync(IncomingText text, CancellationToken cancellationToken)
    {
        if (CarryOnCode.In(text.Words) is { } code && await JoinAsync(text, code, cancellationToken) is { } answer)
        {
            return answer;
        }

        var address = await FindOrBeginAsync(text, cancellationToken);
        var isStopped = address.StoppedAt is not null;
        var conversation = await store.FindAsync(address.ConversationId, cancellationToken);
        var around = surroundings.At(clock.GetUtcNow());
        var asked = conversation?.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null;
        var keyword = KeywordOf(text.Words, isStopped, asked);
        if (keyword is not TextKeyword.None || IsPictureAlone(text))
        {
            return await ObeyAsync(text, address, keyword, cancellationToken);
        }

        var words = TextChoices.Words(text.Words, conversation?.LastReplies ?? [], asked);
        var result = await runner.RunAsync(Message(text, address.ConversationId, words) with { IsOverLimit = limits.IsTooMuchFromNumber(text.Number) }, cancellationToken);

        // Danger in what a stopped number writes is on the desk now, although nobody may answer.
        return result is null || isStopped || result.Replies.IsEmpty ? null : Pages(result, around)[0];
    }

    // Eight digits may also be a day of birth: when the code is wrong and something is asked, they are the answer to that.
    private async Task<string?> JoinAsync(IncomingText text, string code, CancellationToken cancellationToken)
    {
        var around = surroundings.At(clock.GetUtcNow());
        switch (await carryOn.TryAsync(text.Kind, text.Number, code, $"text:{text.Id}", text.Number, cancellationToken))
        {
            case Joined.Here here:
                return TextPages.Of(ReplyAsText.Of(here.Turn.Replies), Phrase(around, PhraseIds.SmsMore))[0];
            case Joined.No no when !await IsAskedAsync(text, cancellationToken):
                return Phrase(around, no.IsTooMany ? PhraseIds.CarryOnTooMany : PhraseIds.CarryOnWrongCode);
            default:
                return null;
        }
    }

    private async Task<bool> IsAskedAsync(IncomingText text, CancellationToken cancellationToken) =>
        await addresses.FindAsync(text.Kind, text.Number, cancellationToken) is { } known
        && await store.FindAsync(known.ConversationId, cancellationToken) is { OpenQuestion: not null };

    // "Phone" is also an answer, to "How should we get in touch?".
    private static TextKeyword KeywordOf(string words, bool isStopped, Question? asked)
    {
        var keyword = TextKeywords.Of(words, isStopped);
        var isAnswer = keyword == TextKeyword.Phone && asked is { Options.IsEmpty: false } && asked.Options.Any(option => option.Label.Equals(words.Trim(), StringComparison.OrdinalIgnoreCase));
        return isAnswer ? TextKeyword.None : keyword;
    }

    private static bool IsPictureAlone(IncomingText text) => text.HasPicture && string.IsNullOrWhiteSpace(text.Words);

    private async Task<ConversationAddress> FindOrBeginAsync(IncomingText text, CancellationToken cancellationToken)
    {
        var known = await addresses.FindAsync(text.Kind, text.Number, cancellationToken);
        if (known is { ConversationId.Length: > 0 } && await IsFreshAsync(known, cancellationToken))
        {
            return known;
        }

        // Two texts that arrive together ask for the same link; the last of them stands, and both use it.
        await addresses.LinkAsync(text.Kind, text.Number, ConversationId.New(), isVerified: true, instead: known?.ConversationId);
        var linked = (await addresses.FindAsync(text.Kind, text.Number, cancellationToken))!;
        await runner.StartAsync(text.Kind, linked.ConversationId, cancellationToken, text.Number);
        return linked;
    }

    private async Task<bool> IsFreshAsync(ConversationAddress known, CancellationToken cancellationToken)
    {
        if (await store.FindHeadAsync(known.ConversationId, cancellationToken) is not { } head)
        {
            // A link without its conversation: it is begun by whoever comes first.
            await runner.StartAsync(known.Kind, known.ConversationId, cancellationToken, known.Address);
            return true;
        }

        var last = await store.ReadLogAsync(known.ConversationId, head.LastSequence - 1, cancellationToken);
        return last.IsEmpty || clock.GetUtcNow() - last[^1].At < LongestSilence;
    }

    private async Task<string?> ObeyAsync(IncomingText text, ConversationAddress address, TextKeyword keyword, CancellationToken cancellationToken)
    {
        if (await runner.RecordAsync(Message(text, address.ConversationId, text.Words), cancellationToken) is not { } recorded)
        {
            return null;
        }

        var around = surroundings.At(clock.GetUtcNow());
        switch (keyword)
        {
            case TextKeyword.Stop:
                await addresses.SetStoppedAsync(text.Kind, text.Number, isStopped: true);
                return text.IsAnsweredAlready ? null : Phrase(around, PhraseIds.SmsStopped);
            case TextKeyword.Start:
                await addresses.SetStoppedAsync(text.Kind, text.Number, isStopped: false);
                return text.IsAnsweredAlready ? null : Phrase(around, PhraseIds.SmsStarted);
            case TextKeyword.Help:
                return text.IsAnsweredAlready ? null : Phrase(around, PhraseIds.SmsHelp);
            case TextKeyword.More:
                return await MoreAsync(address.ConversationId, recorded.MessageSequence, around, cancellationToken);
            case TextKeyword.Phone:
                return around.Content.Council.CallNumber.Length == 0
                    ? Phrase(around, PhraseIds.CarryOnNotHere)
                    : Phrase(around, PhraseIds.CarryOnCodeToRing, ("code", CarryOnCode.Printed(await codes.IssueAsync(address.ConversationId, null, cancellationToken))));
            default:
                return Phrase(around, PhraseIds.SmsNoPictures);
        }
    }

    // Which page comes next follows from the log alone, so MORE delivered twice is the same page twice.
    private async Task<string> MoreAsync(string conversationId, long asked, Surroundings around, CancellationToken cancellationToken)
    {
        var log = await store.ReadLogAsync(conversationId, 0, cancellationToken);
        var before = log.Where(entry => entry.Sequence <= asked).ToList();
        var lastSaid = before.FindLastIndex(entry => entry.Reply is not null);
        var firstSaid = before.FindLastIndex(Math.Max(lastSaid, 0), entry => entry.Reply is null) + 1;
        ImmutableArray<Reply> replies = [.. before.Skip(firstSaid).Take(lastSaid - firstSaid + 1).Select(entry => entry.Reply).OfType<Reply>()];
        var page = before.Skip(lastSaid + 1).Count(entry => TextKeywords.Of(entry.Text, isStopped: false) == TextKeyword.More);
        var pages = Pages(replies, isFirst: !before.Take(firstSaid).Any(IsEarlierMessage), around);
        return page < pages.Length ? pages[page] : Phrase(around, PhraseIds.SmsNoMore);

        bool IsEarlierMessage(LogEntry entry) => entry.Who == Speaker.Resident && entry.Sequence < before[firstSaid].Sequence - 1;
    }

    private ImmutableArray<string> Pages(TurnResult result, Surroundings around) => Pages(result.Replies, isFirst: result.MessageSequence == Welcome.For("sms", around).Length + 1, around);

    // The first answer says who is speaking, unless somebody is in danger.
    private static ImmutableArray<string> Pages(ImmutableArray<Reply> replies, bool isFirst, Surroundings around)
    {
        var text = ReplyAsText.Of(replies);
        var isDanger = replies.Any(reply => reply.Style == ReplyStyle.Danger);
        return TextPages.Of(isFirst && !isDanger ? $"{Phrase(around, PhraseIds.SmsHello)}\n{text}" : text, Phrase(around, PhraseIds.SmsMore));
    }

    private IncomingMessage Message(IncomingText text, string conversationId, string words) => new(conversationId, $"text:{text.Id}", text.Kind, words, clock.GetUtcNow());

    private static string Phrase(Surroundings around, string id, params (string Name, string Value)[] values)
    {
        var all = values.Aggregate(around.Content.Council.Values(around.IsOpen), (filled, value) => filled.SetItem(value.Name, value.Value));
        return Gsm7.Fold(around.Content.Phrases.Say(id, all, 0).Text);
    }
}
