using System.ComponentModel.DataAnnotations;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Which database this council has: <c>Storage__Provider</c> and <c>Storage__ConnectionString</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Storage";

    /// <summary><c>SQLite</c> (a file in the data folder, the default) or <c>PostgreSQL</c> (15 or later, for several nodes).</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.SQLite;

    /// <summary>Npgsql's connection string. Needed for PostgreSQL, not used for SQLite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The connections that these options ask for.</summary>
    /// <param name="file">The SQLite file, where that is the engine.</param>
    /// <exception cref="ValidationException">The options don't fit together; the sentence says what to do.</exception>
    public StorageConnections Connections(string file)
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return Provider == StorageProvider.SQLite ? StorageConnections.File(file) : StorageConnections.Postgres(ConnectionString!);
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
        {
            yield return new ValidationResult("Storage__Provider is 'SQLite' or 'PostgreSQL'.");
        }

        if (Provider == StorageProvider.PostgreSQL && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult("Storage__Provider is PostgreSQL, and Storage__ConnectionString is missing. Set it to, for instance, 'Host=db;Database=transforming_lives;Username=tl;Password=...'.");
        }
    }
}
