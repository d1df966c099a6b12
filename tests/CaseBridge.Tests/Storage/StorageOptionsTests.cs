using System.ComponentModel.DataAnnotations;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void PostgreSQL_without_a_connection_string_is_refused_with_what_to_set()
    {
        var refused = Assert.Throws<ValidationException>(() => new StorageOptions { Provider = StorageProvider.PostgreSQL }.Connections("x.db"));
        Assert.Contains("Storage__ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_set_is_a_file() => Assert.Equal(StorageConnections.File("x.db"), new StorageOptions().Connections("x.db"));
}
