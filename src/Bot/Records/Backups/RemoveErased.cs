using System.Collections.Immutable;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records.Backups;

/// <summary>After a restore: takes out the rows of people who were erased since the back-up was made. Nobody could read them any more.</summary>
internal sealed class RemoveErased(StorageConnections connections, CommitQueue commits, ConversationRecords conversations, CaseRecords cases)
{
    /// <returns>How many conversations there were something of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var said = await OwnersAsync("SELECT id, state FROM conversations", cancellationToken);
        var referrals = await OwnersAsync("SELECT conversation_id, payload FROM register_referrals", cancellationToken);
        var alerts = await OwnersAsync("SELECT conversation_id, words FROM register_alerts", cancellationToken);
        foreach (var id in said.Union(referrals).Union(alerts))
        {
            await commits.RunAsync(id, async (session, token) =>
            {
                await cases.EraseWorkAsync(session, id, keepsReferrals: !referrals.Contains(id), keepsAlerts: !alerts.Contains(id), token);
                _ = !referrals.Contains(id) || !(await cases.EraseReferralsAsync(session, id, token)).IsEmpty;
                _ = !alerts.Contains(id) || await cases.EraseAlertsAsync(session, id, token) > 0;
                return !said.Contains(id) || await conversations.RemoveAsync(session, id, token);
            });
        }

        return said.Union(referrals).Union(alerts).Count;
    }

    private async Task<ImmutableHashSet<string>> OwnersAsync(string sql, CancellationToken cancellationToken)
    {
        var owners = ImmutableHashSet.CreateBuilder<string>();
        await foreach (var owner in connections.StreamSealedAsync(sql, row => row.IsErased(1) ? row.GetString(0) : null, cancellationToken))
        {
            _ = owner is not null && owners.Add(owner);
        }

        return owners.ToImmutable();
    }
}
