using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>A log that puts down every line that it is given, with all that is beside it.</summary>
/// <param name="lines">Where.</param>
internal abstract class AllLines(ConcurrentQueue<string> lines) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    private void Put(string line) => lines.Enqueue(line);

    public void Dispose()
    {
    }

    private sealed class Line(AllLines all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => all.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            all.scopes.ForEachScope((scope, found) => found.Add(Whole(scope)), around);
            all.Put($"{logLevel} {category} {eventId} {formatter(state, exception)} {Whole(state)} {string.Join(' ', around)} {exception}");
        }

        private static string Whole(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : $"{state}";
    }
}

/// <summary>As talkative as a council can make its log: in front of the public nothing below this is taken (<c>FitForThePublic</c>), and a setting of one log stands over what the program leaves out.</summary>
[ProviderAlias("Public")]
internal sealed class PublicLines(ConcurrentQueue<string> lines) : AllLines(lines)
{
    public static readonly (string Name, string Value) Setting = ("Logging:Public:LogLevel:Default", "Information");
}

/// <summary>The same as a developer may have it: our own at their lowest level, and libraries as the program sets them.</summary>
[ProviderAlias("Developers")]
internal sealed class DeveloperLines(ConcurrentQueue<string> lines) : AllLines(lines)
{
    public static readonly (string Name, string Value) Setting = ("Logging:Developers:LogLevel:Default", "Trace");
}
