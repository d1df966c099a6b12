using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Knowledge.ServiceDirectory.Importing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Importing;

public sealed class PublicConnectionsTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("2002:a00:1::1", true)]
    [InlineData("81.2.69.142", false)]
    [InlineData("2a00:23c0::1", false)]
    public void Knows_addresses_of_private_networks(string address, bool isPrivate) => Assert.Equal(isPrivate, PublicConnections.IsPrivate(IPAddress.Parse(address)));

    [Fact]
    public async Task A_redirect_into_a_private_network_is_refused_unless_it_is_allowed()
    {
        using var inner = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]");
        using var outer = new OneAnswer($"HTTP/1.1 302 Found\r\nLocation: {inner.Address}secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDirectoryImport().BuildServiceProvider();
        var client = services.GetRequiredService<FeedClient>();

        var refused = await client.GetAsync(outer.Address, allowPrivate: false, CancellationToken.None);
        var allowed = await client.GetAsync(outer.Address, allowPrivate: true, CancellationToken.None);

        Assert.Contains("is in a private network", refused.Failure, StringComparison.Ordinal);
        Assert.Equal("[]", Encoding.UTF8.GetString(allowed.Body!));
        Assert.Equal(1, inner.Asked);
    }

    /// <summary>A server on this machine that gives every caller the same answer.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int asked;

        public OneAnswer(string answer)
        {
            listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
            _ = ServeAsync(Encoding.ASCII.GetBytes(answer));
        }

        public Uri Address { get; }

        public int Asked => asked;

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync(byte[] answer)
        {
            try
            {
                while (true)
                {
                    using var caller = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref asked);
                    var stream = caller.GetStream();
                    _ = await stream.ReadAsync(new byte[4_096]);
                    await stream.WriteAsync(answer);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
                return;
            }
        }
    }
}
