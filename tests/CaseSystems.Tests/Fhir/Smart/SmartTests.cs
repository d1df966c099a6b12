using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseSystems.Tests.Fhir.Smart;

/// <summary>SMART backend services: we sign who we are with our own key, a third party's authorization server believes it, and only then does the case system take anything.</summary>
public sealed class SmartTests(RunningMedplum medplum) : IClassFixture<RunningMedplum>, IAsyncLifetime
{
    public Task InitializeAsync() => medplum.Server.ForgetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("RSA")]
    [InlineData("elliptic curve")]
    public async Task A_referral_goes_with_a_token_that_our_key_asked_for(string kind)
    {
        using var key = kind == "RSA" ? ClientKey.Rsa() : ClientKey.Curve();
        await using var authority = await SmartAuthority.StartAsync(medplum.Server.BaseAddress, key.Known);
        await using var council = await OpenAsync(authority, key);

        await council.SendAsync(SampleReferral.New());

        Assert.Empty(await council.Cases.StuckWorkAsync(default));
        Assert.Single((await medplum.Server.StateAsync()).Of("ServiceRequest"));
        Assert.Equal(1, await authority.GivenAsync());
    }

    [Fact]
    public async Task A_token_that_is_no_good_any_more_is_renewed_once_and_nothing_waits()
    {
        using var key = ClientKey.Rsa();
        await using var authority = await SmartAuthority.StartAsync(medplum.Server.BaseAddress, key.Known);
        await using var council = await OpenAsync(authority, key);
        await council.SendAsync(SampleReferral.New());

        await authority.RevokeAsync();
        await council.SendAsync(SampleReferral.New());

        Assert.Empty(await council.Cases.StuckWorkAsync(default));
        Assert.Equal(2, (await medplum.Server.StateAsync()).Of("ServiceRequest").Count);
        Assert.Equal(2, await authority.GivenAsync());
    }

    [Fact]
    public async Task With_a_key_that_the_case_system_does_not_know_the_referral_waits_where_it_is_seen_and_goes_once_the_key_is_known()
    {
        using var ours = ClientKey.Rsa();
        using var another = ClientKey.Rsa();
        await using var authority = await SmartAuthority.StartAsync(medplum.Server.BaseAddress, another.Known);
        await using var council = await OpenAsync(authority, ours);

        await council.SendAsync(SampleReferral.New());
        var waiting = Assert.Single(await council.Cases.StuckWorkAsync(default));
        Assert.NotEmpty(waiting.Reason);
        Assert.Empty((await medplum.Server.StateAsync()).Of("ServiceRequest"));

        File.Copy(another.Path, ours.Path, overwrite: true);
        await council.PatientlyAsync();

        Assert.Empty(await council.Cases.StuckWorkAsync(default));
        Assert.Single((await medplum.Server.StateAsync()).Of("ServiceRequest"));
    }

    private static Task<ConnectedCouncil> OpenAsync(SmartAuthority authority, ClientKey key) => ConnectedCouncil.OpenAsync(
        DateTimeOffset.UtcNow,
        ("Fhir:BaseAddress", authority.BaseAddress.ToString()), ("Fhir:ClientId", SmartAuthority.ClientId), ("Fhir:TokenAddress", authority.TokenAddress.ToString()), ("Fhir:KeyFile", key.Path), ("Fhir:KeyId", "one"));
}
