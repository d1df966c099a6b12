using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Channels.Tests.Connector;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

public sealed class FuzzTests
{
    // The command of Benchmarks sends a hundred thousand; FUZZ does so here.
    private static readonly int Bodies = int.TryParse(Environment.GetEnvironmentVariable("FUZZ"), CultureInfo.InvariantCulture, out var bodies) ? bodies : 300;

    public static TheoryData<string> Doors => [.. Door.All(() => Visitor.Nobody).Select(door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Hundreds_of_broken_bodies_are_no_fault_of_ours_and_the_next_good_one_is_answered(string door)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = council.Http.BaseAddress };
        var faults = new List<string>();

        var statuses = await new Fuzzing(http).RunAsync(door, Bodies, seed: 1, faults.Add, CancellationToken.None);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(3)));
        Assert.Equal(Bodies, statuses.Values.Sum());
        using var page = await http.GetAsync("/chat");
        Assert.True(page.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Broken_activities_that_Azure_Bot_Service_vouches_for_are_no_fault_of_ours_either()
    {
        await using var service = await FakeBotService.StartAsync();
        await using var council = await RunningCouncil.StartAsync(service.Settings);
        var bodies = new FuzzedBodies(1, [.. Enumerable.Range(1, 20).Select(number => Encoding.UTF8.GetBytes(service.Message("hot meals in Ely", number.ToString(CultureInfo.InvariantCulture)).ToJsonString()))]);
        var statuses = new HashSet<HttpStatusCode>();

        for (var sent = 0; sent < Bodies; sent++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(bodies.Next()) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Token(council.Clock.GetUtcNow()));
            using var answer = await council.Http.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotImplemented, $"{status}"));
        Assert.Contains(HttpStatusCode.OK, statuses);
    }
}
