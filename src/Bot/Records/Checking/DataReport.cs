using System.Collections.Immutable;

namespace TransformingLives.Bot.Records.Checking;

/// <summary>What looking through the data found, in sentences.</summary>
/// <param name="Notes">What is well.</param>
/// <param name="Faults">What is wrong; empty when nothing is.</param>
internal sealed record DataReport(ImmutableArray<string> Notes, ImmutableArray<string> Faults)
{
    /// <summary>With the outcome of one look: its faults, or what there is to say when there are none.</summary>
    public DataReport With(ImmutableArray<string> faults, string otherwise) => faults.IsEmpty ? this with { Notes = Notes.Add(otherwise) } : this with { Faults = Faults.AddRange(faults) };
}
