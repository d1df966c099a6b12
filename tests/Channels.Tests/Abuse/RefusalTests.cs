using System.Net;
using System.Net.Sockets;
using System.Text;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

public sealed class RefusalTests
{
    private const int Slow = 50;
    private static readonly string[] Counted = ["conversations", "conversation_log", "outgoing_texts", "addresses", "kept_files"];

    [Fact]
    public async Task Whoever_proves_nothing_or_something_false_is_refused_at_every_door_and_nothing_is_stored()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = council.Http.BaseAddress };
        foreach (var door in Door.All(() => new Visitor("somebody-elses-conversation", "", "")))
        {
            foreach (var forge in new Action<HttpRequestMessage>[] { Bare, Forged })
            {
                using var request = door.Make(Encoding.UTF8.GetBytes(door.Good[0]));
                forge(request);
                using var answer = await http.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Redirect, $"{door.Name}: {answer.StatusCode}");
            }
        }

        Assert.All(await CountAsync(council), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_at_every_door_before_it_is_read_and_nothing_is_stored()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = council.Http.BaseAddress };
        foreach (var door in Door.All(() => Visitor.Nobody).Where(door => door.Name is not "upload"))
        {
            using var request = door.Make(new byte[300_000]);
            using var answer = await http.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.RequestEntityTooLarge, $"{door.Name}: {answer.StatusCode}");
        }

        Assert.All(await CountAsync(council), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task The_same_signed_webhook_again_and_again_is_one_message()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        var body = Encoding.UTF8.GetBytes("MessageSid=SM1&From=%2B447700900123&To=%2B441632960101&Body=hot+meals+in+Ely");

        for (var times = 0; times < 5; times++)
        {
            using var request = Door.Signed("/twilio/sms", body);
            using var answer = await council.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(1, await CountAsync(council, "SELECT COUNT(*) FROM conversation_log WHERE who = 0"));
    }

    [Fact]
    public async Task Senders_that_drip_are_cut_off_and_everybody_else_is_served_meanwhile()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        var dripping = Enumerable.Range(0, Slow).Select(_ => DripAsync(council)).ToList();

        using var page = await council.Http.GetAsync("/chat");
        Assert.True(page.IsSuccessStatusCode);

        var answers = await Task.WhenAll(dripping).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer));
        Assert.All(await CountAsync(council), count => Assert.Equal(0, count));
    }

    // A byte now and then, for as long as the server lets it.
    private static async Task<string> DripAsync(RunningCouncil council)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, council.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Door.DirectLineSecret}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{"));
        var answer = ReadAsync(stream);
        try
        {
            for (var bytes = 0; bytes < 200 && !answer.IsCompleted; bytes++)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.WhenAny(answer, Task.Delay(250));
            }
        }
        catch (IOException)
        {
            return "";
        }

        return answer.IsCompleted ? await answer : throw new TimeoutException("A sender that drips was never cut off.");
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        try
        {
            var buffer = new byte[1024];
            return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void Bare(HttpRequestMessage request)
    {
        request.Headers.Authorization = null;
        request.Headers.Remove("X-Twilio-Signature");
    }

    private static void Forged(HttpRequestMessage request)
    {
        if (request.Headers.Authorization is not null)
        {
            request.Headers.Authorization = new("Bearer", "forged");
        }

        if (request.Headers.Remove("X-Twilio-Signature"))
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", "bm90IHRoZWlycw==");
        }
    }

    private static async Task<long[]> CountAsync(RunningCouncil council)
    {
        var counts = new List<long>();
        foreach (var table in Counted)
        {
            counts.Add(await CountAsync(council, $"SELECT COUNT(*) FROM {table}"));
        }

        return [.. counts];
    }

    private static async Task<long> CountAsync(RunningCouncil council, string sql) =>
        (await council.Service<StorageConnections>().QueryAsync(sql, row => row.GetInt64(0), CancellationToken.None))[0];
}
