using System.Net;
using System.Net.Sockets;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Connects to addresses of the public internet only, unless a request may go anywhere. It looks at the address that is
/// connected to, after the name is resolved, so that a name can't hide it.</summary>
internal static class PublicConnections
{
    public static readonly HttpRequestOptionsKey<bool> MayBePrivate = new("may-be-private");

    private static readonly IPNetwork[] Private =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/3 ::/127 64:ff9b::/96 64:ff9b:1::/48 2002::/16 fc00::/7 fe80::/10 ff00::/8".Split(' ').Select(network => IPNetwork.Parse(network)),
    ];

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var mayBePrivate = context.InitialRequestMessage.Options.TryGetValue(MayBePrivate, out var may) && may;
        // Behind a proxy it is the proxy that is connected to, and the proxy that decides.
        mayBePrivate |= context.InitialRequestMessage.RequestUri?.IdnHost != context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!mayBePrivate && addresses.FirstOrDefault(IsPrivate) is not null)
        {
            throw new PrivateAddressException($"{context.DnsEndPoint.Host} is in a private network, and the feed was not to lead there. If that is right, allow it with --allow-private.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Private.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}

/// <summary>A feed led into a private network.</summary>
internal sealed class PrivateAddressException(string message) : Exception(message);
