using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using TransformingLives.Testing.Node;

namespace TransformingLives.Testing.Fhir;

/// <summary>Medplum's in-memory FHIR R4 server (tests/node/fhir/server.mjs), which checks what it is given with two validators and fails as a case system does.</summary>
public sealed class MedplumServer : IAsyncDisposable
{
    private readonly Process node;
    private readonly HttpClient http;

    private MedplumServer(Process node, int port)
    {
        this.node = node;
        Root = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        http = new HttpClient { BaseAddress = Root, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>The base of the FHIR server.</summary>
    public Uri BaseAddress => new(Root, "/fhir");

    private Uri Root { get; }

    /// <summary>Starts the server.</summary>
    public static async Task<MedplumServer> StartAsync()
    {
        var start = new ProcessStartInfo("node", ["--max-old-space-size=1024", NodeScripts.Find("fhir", "server.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var line = await node.StandardOutput.ReadLineAsync();
        return line?.Split(' ') is ["listening", var port]
            ? new MedplumServer(node, int.Parse(port, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The FHIR server of tests/node didn't start. Has 'npm ci' been run there? (tests/run does it.) {await errors}");
    }

    /// <summary>Empties it, and lets it work as it should.</summary>
    public async Task ForgetAsync()
    {
        using var answer = await http.PostAsJsonAsync("/_control", new { forget = true });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sets how the server fails from now on.</summary>
    /// <param name="fail">Share of requests that are answered with <paramref name="status"/> at once.</param>
    /// <param name="cut">Share of requests that are carried out and never answered.</param>
    /// <param name="away">Seconds for which nobody answers.</param>
    /// <param name="status">The status of failures.</param>
    /// <param name="token">The bearer token that is asked for; empty: none.</param>
    public async Task FaultsAsync(double fail = 0, double cut = 0, double away = 0, int status = 503, string token = "")
    {
        using var answer = await http.PostAsJsonAsync("/_control", new { fail, cut, away, status, token });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>All that the server has and has seen.</summary>
    public async Task<MedplumState> StateAsync() => new(await http.GetFromJsonAsync<JsonElement>("/_control"));

    /// <summary>Changes a resource as somebody at the other system does.</summary>
    public async Task PutAsync(string typeAndId, object resource)
    {
        using var answer = await http.PutAsJsonAsync($"/fhir/{typeAndId}", resource);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }
}
