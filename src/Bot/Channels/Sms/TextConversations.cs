using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>Answers a text: finds its conversation by the number, and gives one page to send back. The same text again has the same answer.</summary>
internal sealed class TextConversations(AddressBook addresses, ConversationStore store, TurnRunner runner, SurroundingsSource surroundings, TimeProvider clock)
{
    /// <summary>After this much silence a number may belong to somebody else: what was said before is not gone on with.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromDays(28);

    /// <summary>What to send back; null for nothing.</summary>
    public async Task<string?> AnswerAsync(IncomingText text, CancellationToken cancellationToken)
    {
        var address = await FindOrBeginAsync(text, cancellationToken);
        var isStopped = address.StoppedAt is not null;
        var keyword = TextKeywords.Of(text.Words, isStopped);
        if (keyword is not TextKeyword.None || IsPictureAlone(text))
        {
            return await ObeyAsync(text, address, keyword, cancellationToken);
        }

        var conversation = await store.FindAsync(address.ConversationId, cancellationToken);
        var around = surroundings.At(clock.GetUtcNow());
        var asked = conversation?.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null;
        var words = TextChoices.Words(text.Words, conversation?.LastReplies ?? [], asked);
        var result = await runner.RunAsync(Message(text, address.ConversationId, words), cancellationToken);

        // Danger in what a stopped number writes is on the desk now, although nobody may answer.
        return result is null || isStopped || result.Replies.IsEmpty ? null : Pages(result, around)[0];
    }

    private static bool IsPictureAlone(IncomingText text) => text.HasPicture && string.IsNullOrWhiteSpace(text.Words);

    private async Task<ConversationAddress> FindOrBeginAsync(IncomingText text, CancellationToken cancellationToken)
    {
        var known = await addresses.FindAsync(text.Kind, text.Number, cancellationToken);
        if (known is not null && await IsFreshAsync(known, cancellationToken))
        {
            return known;
        }

        // Two texts that arrive together ask for the same link; the last of them stands, and both use it.
        await addresses.LinkAsync(text.Kind, text.Number, ConversationId.New(), isVerified: true, instead: known?.ConversationId);
        var linked = (await addresses.FindAsync(text.Kind, text.Number, cancellationToken))!;
        await runner.StartAsync(text.Kind, linked.ConversationId, cancellationToken);
        return linked;
    }

    private async Task<bool> IsFreshAsync(ConversationAddress known, CancellationToken cancellationToken)
    {
        if (await store.FindHeadAsync(known.ConversationId, cancellationToken) is not { } head)
        {
            // A link without its conversation: it is begun by whoever comes first.
            await runner.StartAsync(known.Kind, known.ConversationId, cancellationToken);
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

    private ImmutableArray<string> Pages(TurnResult result, Surroundings around) => Pages(result.Replies, isFirst: result.MessageSequence == Welcome.For(around).Length + 1, around);

    // The first answer says who is speaking, unless somebody is in danger.
    private static ImmutableArray<string> Pages(ImmutableArray<Reply> replies, bool isFirst, Surroundings around)
    {
        var text = ReplyAsText.Of(replies);
        var isDanger = replies.Any(reply => reply.Style == ReplyStyle.Danger);
        return TextPages.Of(isFirst && !isDanger ? $"{Phrase(around, PhraseIds.SmsHello)}\n{text}" : text, Phrase(around, PhraseIds.SmsMore));
    }

    private IncomingMessage Message(IncomingText text, string conversationId, string words) => new(conversationId, $"text:{text.Id}", text.Kind, words, clock.GetUtcNow());

    private static string Phrase(Surroundings around, string id) => Gsm7.Fold(around.Content.Phrases.Say(id, around.Content.Council.Values(around.IsOpen), 0).Text);
}
