namespace TransformingLives.CaseBridge.Charging;

/// <summary>A figure of a charging year.</summary>
/// <param name="Id">For instance <c>guarantee_single_pension_age</c>; see <see cref="FigureIds"/>.</param>
/// <param name="Amount">Pounds; pounds a week where it is an income.</param>
/// <param name="IsVerified">Somebody has read it in a source that gives the official figure.</param>
/// <param name="Source">Where it is from.</param>
public sealed record ChargingFigure(string Id, decimal Amount, bool IsVerified, string Source);
