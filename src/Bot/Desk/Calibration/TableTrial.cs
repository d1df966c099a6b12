using TransformingLives.Bot.Hosting.Budgets.Simulating;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>One trial of a table, under way or done. It holds no names: only what the cases come to.</summary>
/// <param name="id">Its address.</param>
/// <param name="about">Table, cases and limit, in words.</param>
internal sealed class TableTrial(Guid id, string about)
{
    private volatile Simulated? found;
    private volatile bool hasFailed;
    private int tried;

    public Guid Id => id;

    public string About => about;

    /// <summary>Curves tried so far.</summary>
    public int Tried => Volatile.Read(ref tried);

    /// <summary>What was found; null while it is under way or when it failed.</summary>
    public Simulated? Found => found;

    public bool HasFailed => hasFailed;

    public void Tell(int curves) => Volatile.Write(ref tried, curves);

    public void End(Simulated simulated) => found = simulated;

    public void Fail() => hasFailed = true;
}
