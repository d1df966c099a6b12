using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using TransformingLives.Testing.Node;

namespace TransformingLives.CaseSystems.Tests.Fhir.Smart;

/// <summary>A third party's authorization server before a FHIR server (tests/node/smart/authority.mjs): it knows our public keys, and lets nobody through without a token of its own.</summary>
internal sealed class SmartAuthority : IAsyncDisposable
{
    public const string ClientId = "the-assistant";
    private readonly Process node;
    private readonly HttpClient http;

    private SmartAuthority(Process node, int port)
    {
        this.node = node;
        http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public Uri TokenAddress => new(http.BaseAddress!, "/token");

    /// <summary>The FHIR server, behind the gate.</summary>
    public Uri BaseAddress => new(http.BaseAddress!, "/fhir");

    /// <summary>Starts it with the public halves of these keys.</summary>
    public static async Task<SmartAuthority> StartAsync(Uri fhirServer, params JsonWebKey[] keys)
    {
        var start = new ProcessStartInfo("node", [NodeScripts.Find("smart", "authority.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FHIR_SERVER"] = fhirServer.ToString();
        start.Environment["KEYS"] = JsonSerializer.Serialize(new { keys = keys.Select(Public) });
        var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is ["listening", var port])
            {
                return new SmartAuthority(node, int.Parse(port, CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException($"The authorization server of tests/node didn't start. Has 'npm ci' been run there? (tests/run does it.) {await errors}");
    }

    /// <summary>Makes every token given out so far no good.</summary>
    public async Task RevokeAsync() => (await http.PostAsync(new Uri("/_revoke", UriKind.Relative), null)).Dispose();

    /// <summary>How many tokens it gave out.</summary>
    public async Task<int> GivenAsync() => int.Parse(await http.GetStringAsync(new Uri("/_given", UriKind.Relative)), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private static Dictionary<string, string> Public(JsonWebKey key) => new[] { ("kty", key.Kty), ("kid", key.Kid), ("n", key.N), ("e", key.E), ("crv", key.Crv), ("x", key.X), ("y", key.Y), ("use", "sig") }
        .Where(part => part.Item2 is not null).ToDictionary(part => part.Item1, part => part.Item2);
}
