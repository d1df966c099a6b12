namespace TransformingLives.CaseBridge.Tests.Referrals;

public sealed class ReferenceTests
{
    [Fact]
    public void The_same_id_has_the_same_reference()
    {
        var id = Guid.NewGuid();
        Assert.Equal(CouncilCases.NewReference(id), CouncilCases.NewReference(id));
    }

    [Fact]
    public void A_reference_has_no_letters_that_look_alike() =>
        Assert.All(Enumerable.Range(0, 2_000), _ => Assert.Matches("^TL(-[2-9ACDEFGHJKMNPQRTUVWXY]{4}){2}$", CouncilCases.NewReference(Guid.NewGuid())));

    [Fact]
    public void Twenty_thousand_references_differ() =>
        Assert.Equal(20_000, Enumerable.Range(0, 20_000).Select(number => CouncilCases.NewReference(new Guid(number, 1, 0x4000, [0x80, 1, 2, 3, 4, 5, 6, (byte)(number >> 8)]))).Distinct().Count());
}
