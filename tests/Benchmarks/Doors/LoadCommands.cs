using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Xml.Linq;

namespace TransformingLives.Benchmarks.Doors;

/// <summary><c>sockets</c>, <c>talking</c> and <c>callers</c>: what one node carries. Server and clients share the machine, so the figures are pessimistic.</summary>
internal static class LoadCommands
{
    private const int Idle = 5_000;
    private const double MostKilobytes = 20;
    private const int Talking = 200;
    private const double MostMilliseconds = 100;
    private const int Callers = 100;
    private const double MostSeconds = 1;

    private static readonly string[] Said = ["hot meals in Ely", "how do I get a blue badge", "my mum can't manage the bath any more", "what will I have to pay for care", "respite for my wife", "who do I ring about a rail by the steps"];

    public static IEnumerable<Command> Create() =>
    [
        Simple("sockets", "5,000 idle WebSockets of Direct Line: what each costs.", SocketsAsync),
        Simple("talking", "200 conversations that talk, a message each five seconds: how long a reply takes.", TalkAsync),
        Simple("callers", "100 callers at once: how long a webhook takes.", CallAsync),
    ];

    private static Command Simple(string name, string description, Func<CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, token) => run(token));
        return command;
    }

    private static async Task<int> SocketsAsync(CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync();
        var begun = await ManyAsync(50, _ => DirectLineResident.BeginAsync(program, cancellationToken));
        var sockets = new ConcurrentBag<ClientWebSocket>();
        var waiting = new ConcurrentBag<Task<WebSocketReceiveResult>>();

        // What the program needs in any case is not what a socket costs.
        await OpenAsync(program, Idle / 10, sockets, waiting, cancellationToken);
        var before = program.Memory();
        await OpenAsync(program, Idle, sockets, waiting, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(60), cancellationToken);
        var each = (program.Memory() - before) / 1024.0 / Idle;
        var dropped = waiting.Count(one => one.IsCompleted);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sockets.Count:N0} idle WebSockets; the last {Idle:N0}: {each:0.0} KB each, goal {MostKilobytes}; {dropped} dropped after a minute; the program holds {program.Memory() / 1_000_000} MB"));
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        return begun.Length > 0 && each <= MostKilobytes && dropped == 0 ? 0 : 1;
    }

    private static async Task OpenAsync(ServedProgram program, int count, ConcurrentBag<ClientWebSocket> sockets, ConcurrentBag<Task<WebSocketReceiveResult>> waiting, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (_, token) =>
        {
            var resident = await DirectLineResident.BeginAsync(program, token);
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(resident.Stream, token);
            await DirectLineResident.ReadAsync(socket, token);
            sockets.Add(socket);

            // A pending read answers pings; it ends only when the line does.
            waiting.Add(socket.ReceiveAsync(new byte[1], CancellationToken.None));
        });

    private static async Task<int> TalkAsync(CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync();
        var (stored, heard) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        await ManyAsync(20, async _ => await TalkAsync(program, 3, TimeSpan.Zero, [], [], cancellationToken));
        await ManyAsync(Talking, async at =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(at * 25), cancellationToken);
            return await TalkAsync(program, 12, TimeSpan.FromSeconds(5), stored, heard, cancellationToken);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Talking} conversations, {heard.Count:N0} messages: stored p50 {At(stored, 0.5):0}, p95 {At(stored, 0.95):0}, p99 {At(stored, 0.99):0} ms; reply on the WebSocket p50 {At(heard, 0.5):0}, p95 {At(heard, 0.95):0}, p99 {At(heard, 0.99):0} ms, goal p95 {MostMilliseconds}"));
        return At(heard, 0.95) <= MostMilliseconds ? 0 : 1;
    }

    private static async Task<bool> TalkAsync(ServedProgram program, int messages, TimeSpan pause, ConcurrentBag<double> stored, ConcurrentBag<double> heard, CancellationToken cancellationToken)
    {
        var resident = await DirectLineResident.BeginAsync(program, cancellationToken);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(resident.Stream, cancellationToken);
        await DirectLineResident.ReadAsync(socket, cancellationToken);
        for (var sent = 0; sent < messages; sent++)
        {
            await Task.Delay(pause, cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            var answer = DirectLineResident.ReadUntilAsync(socket, "\"role\":\"bot\"", cancellationToken);
            await resident.SayAsync(program, Said[sent % Said.Length], cancellationToken);
            stored.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await answer;
            heard.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return true;
    }

    private static async Task<int> CallAsync(CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync();
        var times = new ConcurrentBag<double>();
        await ManyAsync(10, at => CallAsync(program, $"CAwarm{at}", [], cancellationToken));
        await ManyAsync(Callers, at => CallAsync(program, $"CA{at:00000}", times, cancellationToken));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Callers} callers at once, {times.Count:N0} webhooks: p50 {At(times, 0.5):0}, p95 {At(times, 0.95):0}, p99 {At(times, 0.99):0} ms, goal p99 {MostSeconds * 1000:0}"));
        return At(times, 0.99) <= MostSeconds * 1000 ? 0 : 1;
    }

    // A person speaks for a while and listens for longer: two seconds between two webhooks are few.
    private static async Task<bool> CallAsync(ServedProgram program, string sid, ConcurrentBag<double> times, CancellationToken cancellationToken)
    {
        var action = await WebhookAsync(program, "/twilio/voice", $"CallSid={sid}&From=%2B4477009{sid.GetHashCode(StringComparison.Ordinal) & 0xFFFF:00000}&CallStatus=ringing", times, cancellationToken);
        foreach (var words in Said)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            action = await WebhookAsync(program, action[Door.Public.Length..], $"CallSid={sid}&SpeechResult={Uri.EscapeDataString(words)}&Confidence=0.9", times, cancellationToken);
        }

        return true;
    }

    private static async Task<string> WebhookAsync(ServedProgram program, string path, string form, ConcurrentBag<double> times, CancellationToken cancellationToken)
    {
        using var request = Door.Signed(path, Encoding.UTF8.GetBytes(form));
        var begun = Stopwatch.GetTimestamp();
        using var answer = await program.Http.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        answer.EnsureSuccessStatusCode();
        return XDocument.Parse(body).Root!.Element("Gather")!.Attribute("action")!.Value;
    }

    private static Task<T[]> ManyAsync<T>(int count, Func<int, Task<T>> run) => Task.WhenAll(Enumerable.Range(0, count).Select(run));

    private static double At(ConcurrentBag<double> times, double share)
    {
        var ordered = times.Order().ToArray();
        return ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))];
    }
}
