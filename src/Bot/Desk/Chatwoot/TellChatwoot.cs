using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>
/// Brings Chatwoot up to date with a conversation: the whole of it as a note when a person is wanted, then each thing the resident says as
/// theirs, and what the assistant says meanwhile as a note. Twice is once: what they have is looked for before anything is sent.
/// </summary>
/// <param name="api">How it is told.</param>
/// <param name="places">How far it has been told.</param>
/// <param name="store">Found late: the store stores work, and work finds its handler.</param>
/// <param name="surroundings">For the summary.</param>
/// <param name="clock">The time.</param>
internal sealed class TellChatwoot(ChatwootApi api, ChatwootPlaces places, Func<ConversationStore> store, SurroundingsSource surroundings, TimeProvider clock) : IWorkHandler
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(1);

    public string Kind => WorkKind.Desk;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var id = ((CaseWork.TellDesk)work).ConversationId;
        try
        {
            if (await store().FindAsync(id, cancellationToken) is not { } conversation || await PlaceAsync(conversation, cancellationToken) is not { } place)
            {
                return new DeliveryResult.Taken("not needed");
            }

            await TellAsync(conversation, place, cancellationToken);
            return new DeliveryResult.Taken(place.TheirId.ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException exception)
        {
            return await TroubleAsync(id, exception);
        }
        catch (JsonException)
        {
            return new DeliveryResult.Later("Chatwoot answered with something that is not of its API. Is Handoff__Chatwoot__Address right?", Wrong);
        }
    }

    // It is theirs to mend, and the words are kept: nothing is given up while somebody waits, and the built-in queue has them too.
    private async Task<DeliveryResult> TroubleAsync(string conversationId, HttpRequestException exception)
    {
        if (exception.StatusCode is HttpStatusCode.NotFound && await places.FindAsync(conversationId, CancellationToken.None) is not null)
        {
            await places.ForgetAsync(conversationId);
            return new DeliveryResult.Later("The conversation was deleted in Chatwoot; it is begun there again.", Away);
        }

        return exception.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new DeliveryResult.Later("Chatwoot does not take the token: see Handoff__Chatwoot__AccessToken, and whether its agent belongs to the inbox.", Wrong),
            HttpStatusCode.NotFound => new DeliveryResult.Later("Chatwoot knows no such inbox: see Handoff__Chatwoot__InboxIdentifier.", Wrong),
            HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest => new DeliveryResult.Failed("Chatwoot refuses what was said."),
            { } status => new DeliveryResult.Later($"Chatwoot answered {(int)status}.", Away),
            null => new DeliveryResult.Later("Chatwoot could not be reached.", Away),
        };
    }

    /// <summary>Where it stands there, begun if a person is wanted; null when there is nothing to tell.</summary>
    private async Task<ChatwootPlace?> PlaceAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        if (await places.FindAsync(conversation.Id, cancellationToken) is { } known)
        {
            return known.IsOpen || conversation.Handover is not null ? known : null;
        }

        if (conversation.Handover is null)
        {
            return null;
        }

        var name = (conversation.Answers["person_name"]?.Value as Forms.TextValue)?.Text;
        var contact = await api.ContactAsync(conversation.Id, name ?? "Resident", cancellationToken);
        var place = new ChatwootPlace(conversation.Id, contact, await api.ConversationAsync(contact, cancellationToken));
        await places.KeepAsync(place);
        return place;
    }

    private async Task TellAsync(Conversation conversation, ChatwootPlace place, CancellationToken cancellationToken)
    {
        var log = await store().ReadLogAsync(conversation.Id, place.Sent, cancellationToken);
        if (!log.IsEmpty)
        {
            var sent = await api.SentAsync(place.TheirId, place.LastMessage, cancellationToken);
            place = place.IsOpen ? place : await HandOffAsync(conversation, place, log, sent, cancellationToken);
            foreach (var entry in log.Where(entry => entry.Sequence > place.Sent))
            {
                place = await SayAsync(place, entry, sent, cancellationToken);
            }
        }

        if (conversation.Handover is { IsDanger: true } && !place.IsUrgent)
        {
            await api.SetUrgentAsync(place.TheirId, cancellationToken);
            place = await KeepAsync(place with { IsUrgent = true });
        }

        if (conversation.Handover is null && place.IsOpen)
        {
            await api.SetStatusAsync(place.TheirId, "resolved", cancellationToken);
            await KeepAsync(place with { IsOpen = false, IsUrgent = false });
        }
    }

    // The context first, for agents only; then what the resident said last, by which Chatwoot counts and alerts.
    private async Task<ChatwootPlace> HandOffAsync(Conversation conversation, ChatwootPlace place, ImmutableArray<LogEntry> log, Dictionary<string, long> sent, CancellationToken cancellationToken)
    {
        using var loan = surroundings.Borrow(clock.GetUtcNow());
        var context = SourceId(place, place.Sent, "context");
        var last = log[^1].Sequence;
        var id = sent.TryGetValue(context, out var there) ? there : await api.SayAsync(place.TheirId, HandoffContext.Of(conversation, log, loan.Surroundings), isNote: true, context, cancellationToken);
        await api.SetStatusAsync(place.TheirId, "open", cancellationToken);
        if (log.LastOrDefault(entry => entry.Who == Speaker.Resident) is { } spoken)
        {
            var words = SourceId(place, spoken.Sequence, "said");
            id = Math.Max(id, sent.TryGetValue(words, out there) ? there : await api.SayAsync(place.TheirId, HandoffContext.Words(spoken), isNote: false, words, cancellationToken));
        }

        return await KeepAsync(place with { Sent = last, LastMessage = Math.Max(place.LastMessage, id), IsOpen = true });
    }

    private async Task<ChatwootPlace> SayAsync(ChatwootPlace place, LogEntry entry, Dictionary<string, long> sent, CancellationToken cancellationToken)
    {
        // What their own agents said came from there.
        if (!entry.IsSpoken || ChatwootWebhook.IsTheirs(entry))
        {
            return await KeepAsync(place with { Sent = entry.Sequence });
        }

        var isNote = entry.Who != Speaker.Resident;
        var words = isNote ? $"{StaffLogHtml.Name(entry)}: {HandoffContext.Words(entry)}" : HandoffContext.Words(entry);
        var sourceId = SourceId(place, entry.Sequence, "said");
        var id = sent.TryGetValue(sourceId, out var there) ? there : await api.SayAsync(place.TheirId, words, isNote, sourceId, cancellationToken);
        return await KeepAsync(place with { Sent = entry.Sequence, LastMessage = Math.Max(place.LastMessage, id) });
    }

    private async Task<ChatwootPlace> KeepAsync(ChatwootPlace place)
    {
        await places.KeepAsync(place);
        return place;
    }

    private static string SourceId(ChatwootPlace place, long sequence, string what) => string.Create(CultureInfo.InvariantCulture, $"{place.ConversationId}/{sequence}/{what}");
}
