namespace TransformingLives.CaseBridge.Storage;

/// <summary>The database was made by a newer version of the program; nothing in it was touched.</summary>
public sealed class SchemaTooNewException(string area, int found, int known)
    : Exception($"The database has version {found} of '{area}', and this program knows versions up to {known}. Run the newer program, or restore a back-up made by this one. Nothing was changed.");
