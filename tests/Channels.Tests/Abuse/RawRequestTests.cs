using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

/// <summary>Requests that no browser sends, byte by byte.</summary>
public sealed class RawRequestTests
{
    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 60")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: xchunked")]
    [InlineData("Content-Length: +5")]
    [InlineData("Content-Length: 5\r\n Content-Length: 60")]
    [InlineData("Content-Length : 5")]
    public async Task A_body_whose_length_two_readers_would_read_differently_hides_no_second_request(string lengths)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);

        var answer = await SendAsync(council, $"POST /v3/directline/conversations HTTP/1.1\r\nHost: care.example.gov.uk\r\nContent-Type: application/json\r\n{lengths}\r\n\r\n0\r\n\r\nGET /accessibility HTTP/1.1\r\nHost: care.example.gov.uk\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /chat HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /chat HTTP/1.1\r\n\r\n")]
    [InlineData("GET /chat HTTP/1.1\r\nHost: care.example.gov.uk\r\nX: a\rb\r\n\r\n")]
    [InlineData("GET /chat\0 HTTP/1.1\r\nHost: care.example.gov.uk\r\n\r\n")]
    public async Task A_request_that_can_be_read_two_ways_is_refused(string request)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);

        Assert.StartsWith("HTTP/1.1 400", await SendAsync(council, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_are_refused()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        foreach (var headers in new[] { $"X: {new string('x', 40_000)}\r\n", string.Concat(Enumerable.Range(0, 200).Select(number => $"X{number}: 1\r\n")) })
        {
            Assert.StartsWith("HTTP/1.1 431", await SendAsync(council, $"GET /chat HTTP/1.1\r\nHost: care.example.gov.uk\r\n{headers}\r\n"), StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 414", await SendAsync(council, $"GET /chat?{new string('x', 20_000)} HTTP/1.1\r\nHost: care.example.gov.uk\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/%0d%0aSet-Cookie:tossed=1")]
    [InlineData("/kiosk/clear?then=%0d%0aSet-Cookie:tossed=1")]
    [InlineData("/desk?said=%0d%0aSet-Cookie:tossed=1")]
    [InlineData("/chat?voted=1%0d%0a%0d%0a<script>")]
    [InlineData("/v3/directline/conversations/x%0d%0aSet-Cookie:tossed=1")]
    public async Task A_line_end_in_an_address_adds_no_header(string path)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);

        var answer = await SendAsync(council, $"GET {path} HTTP/1.1\r\nHost: care.example.gov.uk\r\n\r\n");

        Assert.DoesNotContain("\nSet-Cookie:tossed", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/vendor/..%5c..%5cappsettings.json")]
    [InlineData("/vendor/%252e%252e/%252e%252e/appsettings.json")]
    [InlineData("//appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/wwwroot/site.css")]
    [InlineData("/keys/")]
    [InlineData("/.git/config")]
    [InlineData("/vendor/")]
    public async Task An_address_with_dots_reaches_no_file_but_those_of_the_page(string path)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);

        Assert.Matches("^HTTP/1.1 4(00|04)", await SendAsync(council, $"GET {path} HTTP/1.1\r\nHost: care.example.gov.uk\r\n\r\n"));
    }

    [Fact]
    public async Task Another_host_in_the_request_stands_in_nothing_that_we_send()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        var calls = new DirectLineCalls(council);
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", Door.DirectLineSecret, "{}", ("Host", "evil.example"));
        var (_, begun) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!, null, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Original-URL", "/desk"), ("X-Rewrite-URL", "/desk"));

        Assert.StartsWith("wss://care.example.gov.uk/", (string)begun["streamUrl"]!, StringComparison.Ordinal);
        foreach (var path in new[] { "/chat", "/kiosk/clear", "/desk", "/embed.js", "/api/", "/nowhere" })
        {
            Assert.DoesNotContain("evil.example", await SendAsync(council, $"GET {path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n\r\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked_at_any_door()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = council.Http.BaseAddress };
        using var packed = new MemoryStream();
        await using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await packing.WriteAsync(new byte[50 * 1024 * 1024]);
        }

        foreach (var door in Door.All(() => Visitor.Nobody))
        {
            using var request = door.Make(packed.ToArray());
            request.Content!.Headers.ContentEncoding.Add("gzip");
            using var answer = await http.SendAsync(request);
            Assert.True((int)answer.StatusCode is < 500, $"{door.Name}: {answer.StatusCode}");
        }

        Assert.Equal(0, (await council.Service<StorageConnections>().QueryAsync("SELECT COUNT(*) FROM conversation_log WHERE who = 0", row => row.GetInt64(0), CancellationToken.None))[0]);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    public async Task Verbs_that_nobody_needs_do_nothing(string verb)
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);

        var answer = await SendAsync(council, $"{verb} /chat HTTP/1.1\r\nHost: care.example.gov.uk\r\nX-Secret: s3cr3t\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", answer, StringComparison.Ordinal);
    }

    /// <summary>All that comes back until the server has nothing more to say.</summary>
    private static async Task<string> SendAsync(RunningCouncil council, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, council.Http.BaseAddress!.Port);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)));
            using var all = new MemoryStream();
            await stream.CopyToAsync(all).WaitAsync(TimeSpan.FromSeconds(30));
            return Encoding.UTF8.GetString(all.ToArray());
        }
        catch (IOException)
        {
            return "HTTP/1.1 400 cut off";
        }
    }
}
