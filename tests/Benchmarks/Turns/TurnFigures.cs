namespace TransformingLives.Benchmarks.Turns;

/// <summary>What was seen of one way to answer turns.</summary>
/// <param name="Turns">How many were counted.</param>
/// <param name="PerSecond">In a second.</param>
/// <param name="P50">Half were answered within this, milliseconds.</param>
/// <param name="P95">95 in 100.</param>
/// <param name="P99">99 in 100.</param>
/// <param name="Processor">Processor time of the process for each, microseconds.</param>
/// <param name="Allocated">Memory asked for by each, kilobytes; 0 where it is not known.</param>
internal sealed record TurnFigures(long Turns, double PerSecond, double P50, double P95, double P99, double Processor, double Allocated = 0);
