namespace TransformingLives.CaseBridge.Storage;

/// <summary>The database engines that the product runs on.</summary>
public enum StorageProvider
{
    /// <summary>A file beside the program; nothing to install. The default.</summary>
    SQLite,

    /// <summary>PostgreSQL 15 or later, for several nodes.</summary>
    PostgreSQL,
}
