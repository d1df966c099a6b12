namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>What the verb <c>ras simulate</c> was asked.</summary>
/// <param name="Table">A table's id, or a file.</param>
/// <param name="Cases">The cases, CSV.</param>
/// <param name="Budget">Cash limit, pounds a year.</param>
/// <param name="Contingency">Held back, in hundredths.</param>
/// <param name="Against">The table that says what people have now, where the cases don't; null for the one in force.</param>
/// <param name="Suggest">Where to write a table that meets the limit; null for nowhere.</param>
/// <param name="Report">Where to write a page with plots; null for nowhere.</param>
/// <param name="Json">One JSON object, nothing else.</param>
internal sealed record SimulateOptions(string Table, FileInfo Cases, decimal Budget, decimal Contingency, string? Against, FileInfo? Suggest, FileInfo? Report, bool Json);
