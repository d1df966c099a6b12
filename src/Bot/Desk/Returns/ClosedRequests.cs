using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>Reads the requests that officers closed in a time.</summary>
internal sealed class ClosedRequests(StorageConnections connections, CouncilCases cases)
{
    private const string Closed = """
        SELECT state FROM conversations WHERE id IN (SELECT conversation_id FROM desk_outcomes WHERE at >= @from AND at < @until) ORDER BY started_at, id
        """;

    /// <summary>The rows, by when they were closed.</summary>
    public async Task<ImmutableArray<ClosedRequest>> OfAsync(FiguresPeriod period, Surroundings around, CancellationToken cancellationToken)
    {
        var conversations = await connections.QueryAsync(Closed, row => ConversationJson.ReadConversation(row.GetString(0)), cancellationToken, period.Values);
        var rows = ImmutableArray.CreateBuilder<ClosedRequest>();
        foreach (var conversation in conversations)
        {
            var kinds = await KindsAsync(conversation.References, cancellationToken);
            rows.AddRange(conversation.WrapUps.Where(closed => closed.At >= period.From && closed.At < period.Until).Select(closed => RequestOf.Closed(conversation, closed, kinds, around)));
        }

        return [.. rows.OrderBy(row => row.EndedOn)];
    }

    private async Task<ImmutableArray<string>> KindsAsync(ImmutableArray<string> references, CancellationToken cancellationToken)
    {
        var kinds = ImmutableArray.CreateBuilder<string>();
        foreach (var reference in references)
        {
            if (await cases.FindReferralAsync(reference, cancellationToken) is { } found)
            {
                kinds.Add(found.Referral.Kind);
            }
        }

        return kinds.ToImmutable();
    }
}
