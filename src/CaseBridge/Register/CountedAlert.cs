namespace TransformingLives.CaseBridge.Register;

/// <summary>An alert as it is counted.</summary>
/// <param name="Kind">What was noticed.</param>
/// <param name="UntilTaken">How long it stood until somebody took it; null while nobody has.</param>
public sealed record CountedAlert(string Kind, TimeSpan? UntilTaken);
