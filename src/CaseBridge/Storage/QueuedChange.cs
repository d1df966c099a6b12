namespace TransformingLives.CaseBridge.Storage;

/// <summary>A change that waits for its group.</summary>
internal abstract class QueuedChange(string order)
{
    /// <summary>Changes of one key keep their order.</summary>
    public string Order { get; } = order;

    /// <summary>Makes the change in the group's transaction. May run again, in another transaction, when the group failed.</summary>
    public abstract Task ApplyAsync(StorageSession session, CancellationToken cancellationToken);

    /// <summary>The group is on the disk.</summary>
    public abstract void Committed();

    /// <summary>The change is not stored.</summary>
    public abstract void Failed(Exception exception);
}

/// <summary>A change with an answer for whoever waits.</summary>
internal sealed class QueuedChange<T>(string order, Func<StorageSession, CancellationToken, Task<T>> change) : QueuedChange(order)
{
    private readonly TaskCompletionSource<T> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Answer => waiting.Task;

    public override async Task ApplyAsync(StorageSession session, CancellationToken cancellationToken) => answer = await change(session, cancellationToken);

    public override void Committed() => waiting.SetResult(answer!);

    public override void Failed(Exception exception) => waiting.TrySetException(exception);
}
