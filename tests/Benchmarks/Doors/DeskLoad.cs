using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformingLives.Benchmarks.Doors;

/// <summary><c>desk</c>: 50 officers at work and 500 residents who wait, on one node: how long until what a resident says is on the officer's page. Clients share the machine.</summary>
internal static partial class DeskLoad
{
    private const int Officers = 50;
    private const int Waiting = 500;
    private const int MessagesEach = 6;
    private const double MostMilliseconds = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("desk", "50 officers, 500 waiting residents: how long until a message shows.");
        command.SetAction((_, token) => RunAsync(token));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync(isDevelopment: true, ("DirectLine:Secret", Door.DirectLineSecret));
        var residents = new ConcurrentBag<DirectLineResident>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Officers + Waiting), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (_, token) =>
        {
            var resident = await DirectLineResident.BeginAsync(program, token);
            await resident.SayAsync(program, "can I talk to a person please", token);
            residents.Add(resident);
        });

        var first = await SignInAsync(program, cancellationToken);
        var times = new ConcurrentBag<double>();
        var talks = residents.Take(Officers).Select((resident, at) => TalkAsync(program, first, resident, at, times, cancellationToken)).ToArray();
        await Task.WhenAll(talks);
        var ordered = times.Order().ToArray();
        var p95 = ordered[(int)(ordered.Length * 0.95)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Officers} officers, {Waiting} waiting, {ordered.Length} messages on the officer's page: p50 {ordered[ordered.Length / 2]:0}, p95 {p95:0}, slowest {ordered[^1]:0} ms, goal p95 {MostMilliseconds}"));
        return p95 <= MostMilliseconds ? 0 : 1;
    }

    // An officer of their own, who accepts, keeps the page open, and hears what the resident says every few seconds.
    private static async Task TalkAsync(ServedProgram program, CookieContainer first, DirectLineResident resident, int at, ConcurrentBag<double> times, CancellationToken cancellationToken)
    {
        var address = new Uri(program.Address);
        var cookies = new CookieContainer();
        cookies.Add(address, first.GetCookies(address));
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        await PostAsync(http, "/desk/sign-in/as", $"&name=Officer+{at}&role=officer", cancellationToken);
        await PostAsync(http, $"/desk/conversations/{resident.Id}/accept", "", cancellationToken);
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", program.Address);
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/desk/live", Query = $"conversation={resident.Id}" }.Uri, cancellationToken);
        await DirectLineResident.ReadUntilAsync(socket, "talk to a person", cancellationToken);
        await Task.Delay(Pause * at / Officers, cancellationToken);
        for (var sent = 0; sent < MessagesEach; sent++)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"message {at} number {sent} ends");
            var begun = Stopwatch.GetTimestamp();
            var shown = DirectLineResident.ReadUntilAsync(socket, words, cancellationToken);
            await resident.SayAsync(program, words, cancellationToken);
            await shown;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<CookieContainer> SignInAsync(ServedProgram program, CancellationToken cancellationToken)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(program.Address) };
        await PostAsync(http, "/desk/sign-in", $"&link={program.SignInLink}&name=First&role=officer", cancellationToken);
        return cookies;
    }

    private static async Task PostAsync(HttpClient http, string path, string fields, CancellationToken cancellationToken)
    {
        var page = await http.GetStringAsync(new Uri("/desk/sign-in", UriKind.Relative), cancellationToken);
        var token = Token().Match(page).Groups[1].Value;
        using var body = new StringContent($"__RequestVerificationToken={Uri.EscapeDataString(token)}{fields}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        if ((int)answer.StatusCode is not (302 or 303))
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
