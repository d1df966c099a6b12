using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.OffSwitch;

/// <summary>Keeps what is turned off in the database, and tells it to the turns of this node at once and to those of the others by a notice.</summary>
internal sealed class SwitchBook(StorageConnections connections, CommitQueue commits, SurroundingsSource surroundings, ConversationFeed feed, TimeProvider clock, IServiceProvider services) : IDisposable
{
    private const string Lane = "switches";

    // What is turned on again stays as a line: its number goes on rising, so that no node takes older news for newer.
    private const string Put = """
        INSERT INTO switches (what, is_off, message, again, areas, who, at, revision)
        VALUES (@what, @off, @message, @again, @areas, @who, @at, (SELECT COALESCE(MAX(revision), 0) + 1 FROM switches))
        ON CONFLICT (what) DO UPDATE SET is_off = excluded.is_off, message = excluded.message, again = excluded.again, areas = excluded.areas, who = excluded.who, at = excluded.at, revision = excluded.revision
        """;

    // One look after another: an older one never tells over a newer one.
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly ModelRecords? model = services.GetService<ModelRecords>();

    /// <summary>What is off, as this node knows it.</summary>
    public Switches Now => surroundings.At(clock.GetUtcNow()).Switches;

    /// <summary>The council has a language model.</summary>
    public bool HasModel => model is not null;

    /// <summary>The language model may be asked.</summary>
    public bool ModelIsOn => services.GetService<ModelSwitch>()?.IsOn ?? false;

    /// <summary>Turns something off.</summary>
    public Task TurnOffAsync(SwitchedOff off) => SetAsync(off, isOff: true);

    /// <summary>Turns something on again.</summary>
    public Task TurnOnAsync(string what, string who) => SetAsync(new SwitchedOff(what, "", "", who, clock.GetUtcNow()), isOff: false);

    /// <summary>Looks how things stand on all nodes.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            var off = await connections.QueryAsync("SELECT what, message, again, areas, who, at FROM switches WHERE is_off = 1", Read, cancellationToken);
            surroundings.TellOfSwitches(new Switches(off.ToImmutableDictionary(one => one.What)));
            await (model?.RefreshAsync(cancellationToken) ?? Task.CompletedTask);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    private async Task SetAsync(SwitchedOff off, bool isOff)
    {
        if (off.What == SwitchIds.LanguageModel && model is not null)
        {
            await model.SetAsync(!isOff, off.Who);
        }

        var revision = await commits.RunAsync(Lane, async (session, token) =>
        {
            await session.Command(
                    Put,
                    ("@what", off.What), ("@off", isOff ? 1L : 0L), ("@message", StorableText.Of(off.Message)), ("@again", StorableText.Of(off.Again)), ("@areas", string.Join(' ', off.Areas)), ("@who", StorableText.Of(off.Who)), ("@at", off.At.ToUnixTimeMilliseconds()))
                .ExecuteNonQueryAsync(token);
            return (long)(await session.Command("SELECT revision FROM switches WHERE what = @what", ("@what", off.What)).ExecuteScalarAsync(token))!;
        });
        await RefreshAsync(CancellationToken.None);
        feed.Publish(ConversationFeed.Switches, revision);
    }

    private static SwitchedOff Read(System.Data.Common.DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)))
    {
        Areas = [.. row.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };
}
