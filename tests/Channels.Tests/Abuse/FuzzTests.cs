using TransformingLives.Benchmarks.Doors;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

public sealed class FuzzTests
{
    // The command of Benchmarks sends a hundred thousand.
    private const int Bodies = 300;

    public static TheoryData<string> Doors => [.. Door.All(() => "").Select(door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Hundreds_of_broken_bodies_are_no_fault_of_ours_and_the_next_good_one_is_answered(string door)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = council.Http.BaseAddress };
        var faults = new List<string>();

        var statuses = await new Fuzzing(http).RunAsync(door, Bodies, seed: 1, faults.Add, CancellationToken.None);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(3)));
        Assert.Equal(Bodies, statuses.Values.Sum());
        using var page = await http.GetAsync("/chat");
        Assert.True(page.IsSuccessStatusCode);
    }
}
