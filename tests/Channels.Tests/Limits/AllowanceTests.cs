using System.Net;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Hosting.Limits;

namespace TransformingLives.Channels.Tests.Limits;

/// <summary>The counting itself, and whose address counts.</summary>
public sealed class AllowanceTests
{
    [Fact]
    public void So_many_at_once_and_then_one_as_each_becomes_free()
    {
        var clock = new FakeTimeProvider();
        var allowance = new Allowance(3, clock);

        Assert.Equal([null, null, null, TimeSpan.FromSeconds(20)], Enumerable.Range(0, 4).Select(_ => allowance.Wait("ada")));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(allowance.Wait("ada"));
        Assert.Equal(TimeSpan.FromSeconds(20), allowance.Wait("ada"));
    }

    [Fact]
    public void A_flood_uses_nothing_up_and_is_well_again_when_it_slows()
    {
        var clock = new FakeTimeProvider();
        var allowance = new Allowance(1, clock);
        for (var i = 0; i < 1_000; i++)
        {
            allowance.Wait("ada");
        }

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(allowance.Wait("ada"));
    }

    [Fact]
    public void A_hundred_thousand_keys_take_no_more_memory_than_one()
    {
        var allowance = new Allowance(1, new FakeTimeProvider());
        string[] keys = [.. Enumerable.Range(0, 100_000).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        allowance.Wait("first");

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var key in keys)
        {
            allowance.Wait(key);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096);
    }

    [Fact]
    public async Task At_the_same_moment_no_more_pass_than_may()
    {
        var allowance = new Allowance(50, new FakeTimeProvider());

        var passed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 100).Count(_ => allowance.Wait("ada") is null))));

        Assert.Equal(50, passed.Sum());
    }

    [Theory]
    [InlineData("203.0.113.7", "", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "", "20010DB800010002")]
    [InlineData("10.0.0.5", "", null)]
    [InlineData("127.0.0.1", "", null)]
    [InlineData("fd00::1", "", null)]
    [InlineData("10.0.0.5", "10.0.0.5", null)]
    [InlineData("10.0.0.6", "10.0.0.5", "10.0.0.6")]
    public void An_address_counts_where_it_tells_people_apart(string address, string proxy, string? counted) =>
        Assert.Equal(counted, ClientAddress.Of(IPAddress.Parse(address), new TrustedProxies(proxy.Length == 0 ? [] : [new IPNetwork(IPAddress.Parse(proxy), 32)])));
}
