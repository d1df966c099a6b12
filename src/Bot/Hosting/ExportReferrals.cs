using System.Globalization;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>export referrals</c>: all that is in the register.</summary>
internal static class ExportReferrals
{
    public static async Task<int> RunAsync(bool asJson, Folders folders, CancellationToken cancellationToken)
    {
        await using var services = await RecordServices.OpenAsync(folders, cancellationToken);
        var cases = services.GetRequiredService<CouncilCases>();
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
