using System.Text.Json;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Knowledge;
using TransformingLives.Knowledge.ServiceDirectory.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace TransformingLives.Channels.Tests.OpenReferral;

public sealed class RoundTripTests
{
    [Fact]
    public async Task A_directory_that_is_served_can_be_imported_and_loses_nothing()
    {
        await using var council = await RunningCouncil.StartAsync();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
        var folder = Path.Combine(council.DataFolder, "directory");

        var report = await services.GetRequiredService<DirectoryImport>().RunAsync(new ImportRequest($"{council.Address}/api", "other", folder, council.DataFolder), null, CancellationToken.None);

        var served = (await council.Http.GetStringAsync("/api/services?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        var kept = File.ReadAllLines(Assert.Single(Directory.GetFiles(Path.Combine(folder, "other"), "*.ndjson"))).Order(StringComparer.Ordinal);
        Assert.Null(report.Refusal);
        Assert.Equal(served, kept);
    }
}
