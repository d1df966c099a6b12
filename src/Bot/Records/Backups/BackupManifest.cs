using System.Collections.Immutable;

namespace TransformingLives.Bot.Records.Backups;

/// <summary>What a back-up says of itself.</summary>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Engine">The engine that the database was copied from.</param>
/// <param name="Schema">The highest version of each area of tables.</param>
/// <param name="Parts">What is in it.</param>
internal sealed record BackupManifest(DateTimeOffset MadeAt, string Engine, ImmutableSortedDictionary<string, int> Schema, ImmutableArray<BackupPart> Parts);

/// <summary>One file in a back-up.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, hexadecimal.</param>
internal sealed record BackupPart(string Name, long Size, string Sha256);
