using TransformingLives.CaseBridge.Drop;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseSystems.Tests.Drop;

/// <summary>Referrals as folders, for a council whose case system has no interface.</summary>
public sealed class DropTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("drop-").FullName;
    private ConnectedCouncil council = null!;

    public async Task InitializeAsync() => council = await ConnectedCouncil.OpenAsync(("Drop:Folder", folder));

    public async Task DisposeAsync()
    {
        await council.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_referral_appears_as_a_folder_with_data_and_a_document_to_print()
    {
        var referral = SampleReferral.New();

        await council.SendAsync(referral);

        var there = Assert.Single(Visible());
        Assert.StartsWith(referral.Reference, Path.GetFileName(there), StringComparison.Ordinal);
        Assert.Equal(referral.Reference, ReferralJson.Read(await File.ReadAllTextAsync(Path.Combine(there, "referral.json"))).Reference);
        Assert.Contains("My wife gets up at night", await File.ReadAllTextAsync(Path.Combine(there, "referral.html")), StringComparison.Ordinal);
        var facts = (await council.Cases.FindReferralAsync(referral.Reference, default))!.Facts;
        Assert.Equal(("folder", Path.GetFileName(there)), (facts.System, facts.Reference));
    }

    [Fact]
    public async Task Collected_and_sent_again_it_does_not_come_twice()
    {
        var referral = SampleReferral.New();
        var system = Alone();
        await system.SendAsync(referral, default);
        Directory.Delete(Visible().Single(), recursive: true);

        await system.SendAsync(referral, default);

        Assert.Empty(Visible());
    }

    [Fact]
    public async Task Ended_just_before_it_appears_it_appears_the_next_time()
    {
        var referral = SampleReferral.New();
        var system = Alone();
        await system.SendAsync(referral, default);

        // As if we had been ended between the note and the move.
        var there = Visible().Single();
        Directory.Move(there, Path.Combine(folder, DropCaseSystem.UnderWay, Path.GetFileName(there)));
        await system.SendAsync(referral, default);

        Assert.Equal([there], Visible());
    }

    [Fact]
    public async Task Ended_while_it_is_written_nothing_half_is_seen()
    {
        var referral = SampleReferral.New();
        var system = Alone();
        await system.SendAsync(referral, default);
        var there = Visible().Single();
        var name = Path.GetFileName(there);
        Directory.Move(there, Path.Combine(folder, DropCaseSystem.UnderWay, name));
        File.Delete(Path.Combine(folder, DropCaseSystem.Remembered, name));
        await File.WriteAllTextAsync(Path.Combine(folder, DropCaseSystem.UnderWay, name, "referral.json"), "{ half");
        Assert.Empty(Visible());

        await system.SendAsync(referral, default);

        Assert.Equal(referral.Reference, ReferralJson.Read(await File.ReadAllTextAsync(Path.Combine(Visible().Single(), "referral.json"))).Reference);
    }

    [Fact]
    public async Task What_was_mended_is_put_there_as_well()
    {
        var referral = SampleReferral.New();
        var system = Alone();
        await system.SendAsync(referral, default);

        await system.SendAsync(referral with { Needs = ["Mended"] }, default);

        Assert.Equal(2, Visible().Length);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_to_is_said_to_staff_and_tried_again()
    {
        var referral = SampleReferral.New();
        await File.WriteAllTextAsync(Path.Combine(folder, DropCaseSystem.UnderWay), "in the way");

        await council.SendAsync(referral);

        var stuck = Assert.Single(await council.Cases.StuckWorkAsync(default));
        Assert.Contains("The folder for referrals can't be written to", stuck.Reason, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, DropCaseSystem.UnderWay));
        await council.PatientlyAsync();
        Assert.Single(Visible());
    }

    private DropCaseSystem Alone() => new(Microsoft.Extensions.Options.Options.Create(new DropOptions { Folder = folder }));

    private string[] Visible() => [.. Directory.GetDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('.'))];
}
