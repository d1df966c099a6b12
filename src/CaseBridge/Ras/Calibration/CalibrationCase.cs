namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>A case to try a table on: no name, no date of birth, no address.</summary>
/// <param name="Id">The council's own number for it.</param>
/// <param name="AgeGroup">For instance "65 to 84".</param>
/// <param name="Need">Primary support reason, for instance "Memory and thinking".</param>
/// <param name="Area">Patch or town.</param>
/// <param name="Levels">The level of each area of the table, in its order.</param>
/// <param name="Now">What the support costs now, pounds a week; null where it isn't known.</param>
public sealed record CalibrationCase(string Id, string AgeGroup, string Need, string Area, byte[] Levels, decimal? Now);
