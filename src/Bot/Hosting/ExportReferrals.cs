using System.Globalization;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>export referrals</c>: all that is in the register.</summary>
internal static class ExportReferrals
{
    public static async Task<int> RunAsync(bool asJson, Folders folders, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCaseBridge(StorageSettings.Connections(StorageSettings.Configuration(), folders)).BuildServiceProvider();
        var cases = services.GetRequiredService<CouncilCases>();
        await cases.UpgradeAsync(cancellationToken);
        var referrals = await cases.ReferralsAsync(int.MaxValue, cancellationToken);
        if (asJson)
        {
            Console.WriteLine($"[{string.Join(",\n", referrals.Select(found => ReferralJson.Write(found.Referral)))}]");
            return 0;
        }

        foreach (var found in referrals)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Referral.Reference}  {found.ReceivedAt:yyyy-MM-dd HH:mm}  {found.Referral.Kind,-20}  {found.Referral.Outcome?.Priority,-3} {found.Referral.Estimate?.Weekly,8}  {found.Referral.Person.Name}"));
        }

        return 0;
    }
}
