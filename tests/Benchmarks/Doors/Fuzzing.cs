using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>Sends fuzzed bodies to a door and counts the answers. Nothing may be a fault of ours.</summary>
internal sealed class Fuzzing(HttpClient http)
{
    private const int BodiesToOneConversation = 200;
    private Visitor visitor = Visitor.Nobody;

    /// <summary>Statuses with how often each came.</summary>
    public async Task<IReadOnlyDictionary<int, int>> RunAsync(string door, int count, int seed, Action<string> onFault, CancellationToken cancellationToken)
    {
        var one = Door.All(() => visitor).Single(any => any.Name == door);
        var bodies = new FuzzedBodies(seed, [.. one.Good.Select(Encoding.UTF8.GetBytes)]);
        var statuses = new ConcurrentDictionary<int, int>();
        for (var sent = 0; sent < count; sent++)
        {
            if (sent % BodiesToOneConversation == 0)
            {
                // A conversation with a hundred thousand messages is another test.
                visitor = await Visitor.ComeAsync(http, cancellationToken);
            }

            var body = bodies.Next();
            using var request = one.Make(body);
            using var answer = await http.SendAsync(request, cancellationToken);
            statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, before) => before + 1);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                onFault(string.Create(CultureInfo.InvariantCulture, $"{door} {(int)answer.StatusCode}: {Convert.ToHexString(body)}"));
            }
        }

        return statuses;
    }
}
