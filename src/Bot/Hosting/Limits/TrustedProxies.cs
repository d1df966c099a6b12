using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>The proxies whose <c>X-Forwarded-…</c> headers are believed: the setting <c>TrustedProxies</c>, addresses and networks. Nobody else's are.</summary>
internal sealed record TrustedProxies(ImmutableArray<IPNetwork> Networks)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "TrustedProxies";

    /// <summary>Some are named.</summary>
    public bool Any => !Networks.IsEmpty;

    /// <exception cref="FormatException">One of them is neither an address nor a network.</exception>
    public static TrustedProxies From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        var named = section.GetChildren().Select(one => one.Value).Prepend(section.Value).SelectMany(text => (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new TrustedProxies([.. named.Select(Network)]);
    }

    /// <summary>The address is one of theirs.</summary>
    public bool Has(IPAddress address) => Networks.Any(network => network.Contains(address));

    private static IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new FormatException($"{Setting} should name addresses or networks, such as 10.0.0.5 or 10.1.0.0/16, and not '{text}'.");
}

/// <summary>Puts who really asks in the place of the proxy.</summary>
internal static class TrustedProxiesApp
{
    /// <summary>Without trusted proxies every such header is ignored.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<TrustedProxies>();
        if (!trusted.Any)
        {
            return;
        }

        // From the right, as far as the proxies are ours: what somebody wrote into the header before them is not reached.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
