namespace TransformingLives.CaseBridge.Ras;

/// <summary>A way to hold a budget (Dudley 2008, paragraph 8: "a relative, carer, an organisation or the Council").</summary>
/// <param name="Id">For instance <c>direct_payment</c>.</param>
/// <param name="Title">"You get the money".</param>
/// <param name="Text">A sentence or two for the person.</param>
/// <param name="CanBuyCouncilServices">False where the money can't buy the council's own services (Dudley 2008, paragraph 17).</param>
public sealed record HoldingOption(string Id, string Title, string Text, bool CanBuyCouncilServices);
