namespace TransformingLives.Knowledge.ServiceDirectory.Schemas;

/// <summary>What is wrong with a record.</summary>
/// <param name="Field">For instance <c>service_at_locations[0].location.latitude</c>; empty for the whole record.</param>
/// <param name="Message">What is wrong and what was expected, in one sentence.</param>
internal sealed record RecordFault(string Field, string Message);
