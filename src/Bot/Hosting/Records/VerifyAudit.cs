using System.Globalization;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Hosting.Records;

/// <summary>The verb <c>audit verify</c>.</summary>
internal static class VerifyAudit
{
    /// <returns>0 when the trail is whole, 1 when it isn't.</returns>
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddCaseBridge(StorageSettings.Connections(StorageSettings.Configuration(), folders)).BuildServiceProvider();
        await services.GetRequiredService<CouncilCases>().UpgradeAsync(cancellationToken);
        var report = await services.GetRequiredService<AuditTrail>().VerifyAsync(cancellationToken);
        foreach (var fault in report.Faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Entries} entries, the last with the hash {report.LastHash}. {(report.Faults.IsEmpty ? "The trail is whole." : "The trail was changed.")}"));
        return report.Faults.IsEmpty ? 0 : 1;
    }
}
