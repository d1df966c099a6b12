using TransformingLives.CaseBridge.Fhir;

namespace TransformingLives.CaseBridge.Tests.Fhir;

public sealed class OutcomeWordsTests
{
    [Theory]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid","details":{"text":"Invalid date"},"expression":["Bundle.entry[0].resource.ofType(Patient).birthDate"]}]}""", "date of birth: Invalid date.")]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required","diagnostics":"Missing.","location":["/f:Patient/f:address"]}]}""", "address: Missing.")]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"informational","diagnostics":"Never mind"},{"severity":"fatal","code":"lock-error"}]}""", "lock-error.")]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid","diagnostics":"No","expression":["Bundle.type"]}]}""", "Bundle.type: No.")]
    public void An_outcome_is_told_in_words(string body, string words) => Assert.Equal($"The case system answered 400: {words}", OutcomeWords.Of(400, body));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Bad gateway</body></html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"issue":"none"}""")]
    [InlineData("""{"issue":[]}""")]
    [InlineData("null")]
    public void Anything_else_is_told_as_what_it_is(string body) => Assert.Equal("The case system answered 502 without saying why.", OutcomeWords.Of(502, body));

    [Fact]
    public void A_long_outcome_is_cut()
    {
        var body = $$"""{"issue":[{"severity":"error","code":"invalid","diagnostics":"{{new string('x', 5_000)}}"}]}""";
        Assert.InRange(OutcomeWords.Of(400, body).Length, 100, 700);
    }
}
