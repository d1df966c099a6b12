using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Channels.Tests.CarryingOn;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

public sealed class LogLinesTests
{
    private const string Mark = "zqxjkv";

    [Fact]
    public async Task Nothing_that_somebody_sends_is_in_the_log()
    {
        await using var council = await RunningCouncil.StartAsync(Door.Settings);
        using var log = new Lines();
        council.Service<ILoggerFactory>().AddProvider(log);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = council.Http.BaseAddress };
        foreach (var door in Door.All(() => new Visitor(Mark, Mark, Mark)))
        {
            foreach (var body in new[] { door.Good[0].Replace("hot", Mark, StringComparison.Ordinal), $"{Mark}\r\nfail: 1002 everything is broken", $"{{\"{Mark}\":" })
            {
                using var request = door.Make(System.Text.Encoding.UTF8.GetBytes(body));
                request.Headers.TryAddWithoutValidation("User-Agent", Mark);
                request.Headers.TryAddWithoutValidation("Cookie", $"__Host-tl-conversation={Mark}; __Host-tl-form={Mark}; __Host-tl-desk={Mark}");
                using var answer = await http.SendAsync(request);
            }
        }

        foreach (var path in new[] { $"/{Mark}", $"/chat?text={Mark}", $"/desk?{Mark}", $"/v3/directline/conversations/{Mark}/stream?t={Mark}", $"/{Mark}%0d%0afail:%201002" })
        {
            using var answer = await http.GetAsync(path);
        }

        using var resident = new WebResident(council);
        await resident.SayAsync($"my name is {Mark} and I can't breathe");

        Assert.DoesNotContain(log.All, line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
