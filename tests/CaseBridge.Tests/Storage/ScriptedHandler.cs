using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>Takes work as the test says, and remembers it.</summary>
internal sealed class ScriptedHandler(string kind, Func<CaseWork, Task<DeliveryResult>> handle) : IWorkHandler
{
    private readonly List<CaseWork> taken = [];

    public string Kind => kind;

    public int Calls
    {
        get
        {
            lock (taken)
            {
                return taken.Count;
            }
        }
    }

    public IReadOnlyList<CaseWork> Taken => taken;

    public static ScriptedHandler Of(string kind, DeliveryResult result) => new(kind, _ => Task.FromResult(result));

    public static ScriptedHandler Failing(string reason) => Of(WorkKind.Referral, new DeliveryResult.Failed(reason));

    public Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        lock (taken)
        {
            taken.Add(work);
        }

        return handle(work);
    }
}
