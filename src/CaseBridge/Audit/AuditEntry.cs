namespace TransformingLives.CaseBridge.Audit;

/// <summary>Somebody looked at or changed a person's data.</summary>
/// <param name="Who">An officer, <c>assistant</c>, or the name of a system.</param>
/// <param name="Action">What was done, for instance <c>referral.looked_at</c>, <c>case.changed</c>, <c>person.erased</c>.</param>
/// <param name="Subject">The conversation that the data belongs to.</param>
/// <param name="Purpose">What for, in a word or two; never what was said.</param>
public sealed record AuditEntry(string Who, string Action, string Subject, string Purpose);

/// <summary>An entry as it stands in the trail.</summary>
/// <param name="Sequence">Rises by one, from 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Entry">What was noted.</param>
/// <param name="Hash">Its own hash, over the hash before it.</param>
public sealed record AuditedEntry(long Sequence, DateTimeOffset At, AuditEntry Entry, string Hash);

/// <summary>What looking through the whole trail found.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="LastHash">The hash of the last: noted elsewhere, it proves later that nothing was cut off.</param>
/// <param name="Faults">What is wrong, in words; empty when nothing is.</param>
public sealed record AuditReport(long Entries, string LastHash, System.Collections.Immutable.ImmutableArray<string> Faults);
