namespace TransformingLives.Channels.Tests.Canary;

/// <summary>Somebody who was made up so that nothing of them stands anywhere else: wherever a word of theirs is met, it came from them.</summary>
internal static class CanaryPerson
{
    public const string Name = "Zephyriné Quollworthy";

    /// <summary>Of Ofcom's numbers for drama.</summary>
    public const string Phone = "07700 900873";

    /// <summary>The same as providers write it.</summary>
    public const string Number = "+447700900873";

    public const string Street = "14 Wimblethatch Row";
    public const string Illness = "pseudoxanthoma";
    public const string Born = "1938-05-04";
    public const string FileName = "Quollworthy-letter.pdf";

    /// <summary>What they tell of themselves, and what a provider tells of them.</summary>
    public static readonly string[] Told = ["Zephyriné", "Quollworthy", "7700900873", "7700 900873", "Wimblethatch", Illness];

    /// <summary>What is looked for.</summary>
    public static readonly string[] Words = [.. Told, "7700 900 873"];

    /// <summary>All of it in one sentence.</summary>
    public static string Says(string what) => $"{what} I am {Name} of {Street}, my number is {Phone} and I have {Illness}.";
}
