using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>Loads content anew when its files have changed and have come to rest, and swaps it at once. A broken edit changes nothing.</summary>
internal sealed class ContentReload(Folders folders, SurroundingsSource source, ReloadOptions options, TimeProvider clock, ILogger<ContentReload> logger)
{
    private string loaded = ContentStamp.Of(folders.Content, folders.Directory);
    private string seen = "";

    /// <summary>What is in place, and what is wrong with what isn't.</summary>
    public ReloadState State { get; private set; } = new(clock.GetUtcNow(), null, []);

    /// <summary>Looks once: a change that stood still since the last look is loaded.</summary>
    /// <returns>True when new content is in place.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = ContentStamp.Of(folders.Content, folders.Directory);
            var isAtRest = now == seen;
            seen = now;
            if (now == loaded || !isAtRest)
            {
                return false;
            }

            // Also after a broken edit: the same files are not tried again and again.
            loaded = now;
            return await LoadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file went away while it was read: somebody is still at it. The next look sees more.
            loaded = "";
            ReloadLog.NotReadable(logger, exception.GetType().Name);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReloadLog.Failed(logger, exception);
            State = State with { FailedAt = clock.GetUtcNow(), Problems = [new ContentProblem("", 0, "", $"The content could not be loaded ({exception.GetType().Name}).")] };
            return false;
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(folders.Content, folders.Index, folders.Directory, cancellationToken);
        if (surroundings is null)
        {
            ImmutableArray<ContentProblem> errors = [.. problems.Where(problem => problem.IsError)];
            State = State with { FailedAt = clock.GetUtcNow(), Problems = errors };
            foreach (var error in errors)
            {
                ReloadLog.Broken(logger, error.File, error.Line, error.Field, error.Message);
            }

            return false;
        }

        await LearnAsync(surroundings, cancellationToken);
        source.Swap(surroundings);
        State = new ReloadState(clock.GetUtcNow(), null, [.. problems.Where(problem => !problem.IsError)]);
        ReloadLog.Loaded(logger, surroundings.Knowledge.Counts.Guides, surroundings.Knowledge.Counts.Services);
        return true;
    }

    // What has to be learnt is learnt first, so that nobody meets a half-taught assistant. A large new directory is learnt for
    // many minutes: it is not kept from people for so long, and is found by its words until then.
    private async Task LearnAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        try
        {
            await surroundings.Knowledge.Ready.WaitAsync(TimeSpan.FromSeconds(options.LessonSeconds), clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            ReloadLog.StillLearning(logger);
        }
    }
}

/// <summary>How content stands.</summary>
/// <param name="LoadedAt">Since when the content in place is in place, UTC.</param>
/// <param name="FailedAt">When newer files could not be taken; null when what is in place is the newest.</param>
/// <param name="Problems">What is wrong with the newer files; warnings when there are none.</param>
internal sealed record ReloadState(DateTimeOffset LoadedAt, DateTimeOffset? FailedAt, ImmutableArray<ContentProblem> Problems);
