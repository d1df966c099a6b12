using System.Net;
using System.Net.Sockets;

namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>Whose address a request comes from, as far as that tells anybody from anybody else.</summary>
internal static class ClientAddress
{
    private const int BytesOfHome = 8;

    private static readonly IPNetwork[] Near =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>
    /// The address to count by; null where it would count everybody together: the address of a trusted proxy that named nobody, or a near one while no proxy is named,
    /// which is a proxy in all likelihood. Of IPv6 the first half counts: whoever has one address has all of them.
    /// </summary>
    public static string? Of(IPAddress? address, TrustedProxies trusted)
    {
        if (address is null)
        {
            return null;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return trusted.Has(address) || (!trusted.Any && Near.Any(network => network.Contains(address))) ? null
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfHome))
            : address.ToString();
    }
}
