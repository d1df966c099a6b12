using System.Collections.Immutable;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.CaseBridge.Records;

/// <summary>What this module keeps of one conversation.</summary>
/// <param name="Cases">Referrals, each with history, tasks and support plan.</param>
/// <param name="Alerts">Alerts that were raised, oldest first.</param>
/// <param name="Work">The outbox: what still has to be carried out, and copies of what was.</param>
public sealed record HeldCase(ImmutableArray<CaseFile> Cases, ImmutableArray<RegisteredAlert> Alerts, ImmutableArray<HeldWork> Work);

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Pieces of work that will be carried out.</param>
/// <param name="ForStaff">Pieces that staff must look at.</param>
/// <param name="Damaged">Keys of those that can't be read.</param>
public sealed record OutboxState(int Waiting, int ForStaff, ImmutableArray<string> Damaged);

/// <summary>A piece of work as it is kept.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">A <see cref="Outbox.WorkKind"/>.</param>
/// <param name="Payload">The work, JSON.</param>
/// <param name="DueAt">When it is, or was, to be carried out.</param>
/// <param name="DeliveredAt">When it was; null: not yet.</param>
public sealed record HeldWork(string Key, string Kind, string Payload, DateTimeOffset DueAt, DateTimeOffset? DeliveredAt);
