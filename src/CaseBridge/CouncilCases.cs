using System.Collections.Immutable;
using System.Security.Cryptography;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge;

/// <summary>The door of this module: takes work with the turn that asked for it, and shows staff what became of it.</summary>
public sealed class CouncilCases
{
    private const string Letters = "23456789ACDEFGHJKMNPQRTUVWXY";
    private readonly StorageConnections connections;
    private readonly OutboxQueue outbox;
    private readonly CaseRegister register;
    private readonly AlertList alerts;
    private readonly CaseFiles files;
    private readonly ProgressAnswers progress;
    private readonly DeliveryLoop delivery;

    internal CouncilCases(StorageConnections connections, OutboxQueue outbox, CaseRegister register, AlertList alerts, CaseFiles files, ProgressAnswers progress, DeliveryLoop delivery)
    {
        this.connections = connections;
        this.outbox = outbox;
        this.register = register;
        this.alerts = alerts;
        this.files = files;
        this.progress = progress;
        this.delivery = delivery;
    }

    /// <summary>A reference for people: eight letters and digits, none that look alike, made from the id.</summary>
    public static string NewReference(Guid id)
    {
        // Hashed, so that ids that differ in one bit have references that are nothing like each other.
        var bytes = SHA256.HashData(id.ToByteArray());
        var letters = string.Create(8, bytes, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Letters[BitConverter.ToUInt16(from, i * 2) % Letters.Length];
            }
        });
        return $"TL-{letters[..4]}-{letters[4..]}";
    }

    /// <summary>A reference as it is stored, from how people write it; null when it can't be one.</summary>
    public static string? NormalReference(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var letters = string.Concat(written.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        letters = letters.StartsWith("TL", StringComparison.Ordinal) ? letters[2..] : letters;
        return letters.Length == 8 && letters.All(letter => Letters.Contains(letter, StringComparison.Ordinal)) ? $"TL-{letters[..4]}-{letters[4..]}" : null;
    }

    /// <summary>Brings the tables of this module to today's shape.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(CouncilCases).Assembly, "cases", cancellationToken);
    }

    /// <summary>Stores work in the caller's transaction. The same work twice is stored once.</summary>
    public Task EnqueueAsync(StorageSession session, CaseWork work, CancellationToken cancellationToken) => outbox.AddAsync(session, work, cancellationToken);

    /// <summary>Work has been stored: carry it out now, not at the next second.</summary>
    public void Wake() => delivery.Wake();

    /// <summary>Stores work that no turn asked for.</summary>
    public async Task AddAsync(CaseWork work)
    {
        await outbox.AddAsync(work);
        delivery.Wake();
    }

    /// <summary>Referrals in the register: the most urgent first, then the oldest.</summary>
    public Task<ImmutableArray<RegisteredReferral>> ReferralsAsync(int count, CancellationToken cancellationToken) => register.ReferralsAsync(count, cancellationToken);

    /// <summary>The referral of a reference; null when the register has none.</summary>
    public Task<RegisteredReferral?> FindReferralAsync(string reference, CancellationToken cancellationToken) => register.FindAsync(reference, cancellationToken);

    /// <summary>All about a referral: history, tasks, support plan; null when the register has none with this reference.</summary>
    public async Task<CaseFile?> OpenCaseAsync(string reference, CancellationToken cancellationToken) =>
        await register.FindAsync(reference, cancellationToken) is { } found ? await files.OpenAsync(found, cancellationToken) : null;

    /// <summary>Notes what an officer did or found; false when there is no such referral.</summary>
    public Task<bool> ChangeCaseAsync(Guid referralId, CaseChange change, string officer) => register.ChangeAsync(referralId, change, officer);

    /// <summary>Adds something to be done for a referral.</summary>
    public Task AddTaskAsync(Guid referralId, CaseTask task) => files.AddTaskAsync(referralId, task);

    /// <summary>Notes that it is done; false when it was done already.</summary>
    public Task<bool> CompleteTaskAsync(Guid referralId, Guid taskId, string officer) => files.CompleteTaskAsync(referralId, taskId, officer);

    /// <summary>Keeps the support plan as it stands.</summary>
    public Task SavePlanAsync(Guid referralId, ImmutableArray<PlanLine> plan) => files.SavePlanAsync(referralId, plan);

    /// <summary>What has become of a referral, for whoever knows its reference and the person's date of birth; null when they don't go together, or were tried too often today.</summary>
    /// <param name="reference">As the resident writes it: small letters, blanks and dashes don't matter.</param>
    /// <param name="bornOn">Date of birth of the person it is about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ReferralProgress?> ProgressAsync(string reference, DateOnly bornOn, CancellationToken cancellationToken) => progress.OfAsync(reference, bornOn, cancellationToken);

    /// <summary>Referrals from other conversations that may be about the same person. They are shown, never put together by themselves.</summary>
    public async Task<ImmutableArray<PossibleDuplicate>> PossibleDuplicatesAsync(Referral referral, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(referral);
        var keys = PersonKeys.Of(referral.Person);
        return [.. (await register.AlikeAsync(referral, cancellationToken))
            .Select(other => new PossibleDuplicate(other, keys.Shared(PersonKeys.Of(other.Referral.Person))))
            .Where(possible => !possible.Shared.IsEmpty)];
    }

    /// <summary>What else was asked for in the same conversation: a carer's own assessment beside the person's, for instance. Oldest first.</summary>
    public async Task<ImmutableArray<RegisteredReferral>> AskedTogetherAsync(Referral referral, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(referral);
        return [.. (await register.OfConversationAsync(referral.ConversationId, cancellationToken)).Where(other => other.Referral.Id != referral.Id)];
    }

    /// <summary>The referrals agreed in a time, to be counted: from its beginning, up to before its end.</summary>
    public Task<ImmutableArray<CountedReferral>> CountedReferralsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => register.CountedAsync(from, until, cancellationToken);

    /// <summary>The alerts raised in a time, to be counted: from its beginning, up to before its end.</summary>
    public Task<ImmutableArray<CountedAlert>> CountedAlertsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => alerts.CountedAsync(from, until, cancellationToken);

    /// <summary>Alerts, newest first.</summary>
    public Task<ImmutableArray<RegisteredAlert>> AlertsAsync(bool openOnly, CancellationToken cancellationToken) => alerts.FindAsync(openOnly, cancellationToken);

    /// <summary>Takes an alert; false when somebody else has.</summary>
    public Task<bool> TakeAlertAsync(Guid id, string officer, CancellationToken cancellationToken) => alerts.TakeAsync(id, officer);

    /// <summary>Takes all open alerts of a conversation that an officer has.</summary>
    public Task TakeAlertsOfAsync(string conversationId, string officer) => alerts.TakeAllOfAsync(conversationId, officer);

    /// <summary>Work that could not be carried out yet.</summary>
    public Task<ImmutableArray<StuckWork>> StuckWorkAsync(CancellationToken cancellationToken) => outbox.StuckAsync(cancellationToken);

    /// <summary>How the outbox stands: numbers only.</summary>
    public Task<OutboxState> OutboxStateAsync(CancellationToken cancellationToken) => outbox.StateAsync(cancellationToken);

    /// <summary>Tries stuck work again from the start.</summary>
    /// <returns>False when it is done or under way.</returns>
    public async Task<bool> SendAgainAsync(string workKey, CancellationToken cancellationToken)
    {
        var isAgain = await outbox.SendAgainAsync(workKey, null);
        delivery.Wake();
        return isAgain;
    }

    /// <summary>Tries a referral again that the receiver refused, with what staff mended in it. Its id and reference stay.</summary>
    /// <returns>False when it is done or under way, or is another referral.</returns>
    public async Task<bool> SendAgainAsync(Referral mended, CancellationToken cancellationToken)
    {
        var work = new CaseWork.SubmitReferral(mended);
        var isAgain = await outbox.SendAgainAsync(work.Key, work);
        delivery.Wake();
        return isAgain;
    }

    /// <summary>Carries out all that is due now, without waiting for the background loop: for stories and tests.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        while (await delivery.DeliverDueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
