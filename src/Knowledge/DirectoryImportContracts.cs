using System.Collections.Immutable;

namespace TransformingLives.Knowledge;

/// <summary>A feed to import.</summary>
/// <param name="From">A web address of an Open Referral UK API or of a JSON file, or a file or folder.</param>
/// <param name="Name">Name of the feed: small letters, digits and dashes. The same name again takes its place.</param>
/// <param name="DirectoryPath">The folder of imported directories.</param>
/// <param name="ContentPath">The folder <c>content/</c>, for the words of topics.</param>
public sealed record ImportRequest(string From, string Name, string DirectoryPath, string ContentPath)
{
    /// <summary>A redirect may lead to an address of a private network.</summary>
    public bool AllowPrivateAddresses { get; init; }
}

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>Name of the feed.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was taken from.</summary>
    public required string From { get; init; }

    /// <summary>Why nothing was imported and all stayed as it was; null when it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>Records that the feed sent.</summary>
    public int Read { get; init; }

    /// <summary>Records that are in the directory now.</summary>
    public int Taken { get; init; }

    /// <summary>False when the feed was the same as before: nothing has been touched.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Records that were not there before.</summary>
    public int Added { get; init; }

    /// <summary>Records that are not as they were.</summary>
    public int Changed { get; init; }

    /// <summary>Records that were there before.</summary>
    public int Gone { get; init; }

    /// <summary>Taken records that are closed or gone by their own word.</summary>
    public int NotActive { get; init; }

    /// <summary>Taken records that are of none of the council's topics.</summary>
    public int WithoutTopic { get; init; }

    /// <summary>The most frequent categories of those, with how often: "pharmacy (631)".</summary>
    public ImmutableArray<string> CategoriesWithoutTopic { get; init; } = [];

    /// <summary>Taken records for an area, without a position.</summary>
    public int WithoutPosition { get; init; }

    /// <summary>Taken records that nobody says to have checked.</summary>
    public int WithoutAssurance { get; init; }

    /// <summary>How many records were left out; <see cref="LeftOut"/> may have several reasons for one.</summary>
    public int LeftOutRecords { get; init; }

    /// <summary>What was left out, and why.</summary>
    public ImmutableArray<LeftOutRecord> LeftOut { get; init; } = [];

    /// <summary>The file with the whole report; empty before it is written.</summary>
    public string ReportPath { get; init; } = "";
}

/// <summary>A record that was not taken, and one reason.</summary>
/// <param name="Where">Where it stood: <c>charities.json[12]</c>, <c>page 3[0]</c>.</param>
/// <param name="Id">Its id, if it could be made out.</param>
/// <param name="Name">Its name, if it could be made out.</param>
/// <param name="Field">The field; empty for the whole record.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record LeftOutRecord(string Where, string Id, string Name, string Field, string Message);

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Records done.</param>
/// <param name="Of">Records in all; null while that isn't known.</param>
public sealed record ImportProgress(ImportStage Stage, int Done, int? Of);

/// <summary>What an import is doing.</summary>
public enum ImportStage
{
    /// <summary>Records are read from the feed.</summary>
    Reading,

    /// <summary>Records are held against the schema.</summary>
    Checking,
}
