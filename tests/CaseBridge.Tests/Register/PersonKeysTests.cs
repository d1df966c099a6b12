using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.CaseBridge.Tests.Register;

public sealed class PersonKeysTests
{
    private static readonly ReferralPerson Edna = new("Mrs Edna Jones", new DateOnly(1946, 2, 3), "01632 960123", null, "CB1 1AA", null, null, null);

    [Theory]
    [InlineData("edna jones", "name, date of birth, postcode, phone number")]
    [InlineData("Jones, Edna", "name, date of birth, postcode, phone number")]
    [InlineData("E Jones", "name, date of birth, postcode, phone number")]
    [InlineData("Edna Jonse", "date of birth, postcode, phone number")]
    [InlineData("Ednna Jones", "name, date of birth, postcode, phone number")]
    [InlineData("Édna Jones", "name, date of birth, postcode, phone number")]
    [InlineData(null, "date of birth, postcode, phone number")]
    public void The_same_person_is_found_however_they_write_their_name(string? name, string shared) =>
        Assert.Equal(shared, Shared(Edna with { Name = name }));

    [Fact]
    public void The_same_person_is_found_after_they_moved_and_changed_their_phone() =>
        Assert.Equal("name, date of birth", Shared(Edna with { Phone = "07700 900111", Postcode = "CB2 2BB" }));

    [Fact]
    public void A_phone_is_the_same_with_and_without_the_country() =>
        Assert.Equal("name, phone number", Shared(new ReferralPerson("Edna Jones", null, "+44 1632 960123", null, null, null, null, null)));

    [Fact]
    public void Husband_and_wife_are_two_people() =>
        Assert.Equal("", Shared(Edna with { Name = "Mr Ted Jones", BornOn = new DateOnly(1944, 5, 6) }));

    [Fact]
    public void Father_and_son_of_one_name_in_one_house_are_two_people() =>
        Assert.Equal("", Shared(Edna with { BornOn = new DateOnly(1976, 2, 3), Phone = null }));

    [Fact]
    public void A_name_alone_says_nothing() => Assert.Equal("", Shared(new ReferralPerson("Edna Jones", null, null, null, null, null, null, null)));

    [Fact]
    public void A_birthday_alone_says_nothing() => Assert.Equal("", Shared(new ReferralPerson(null, Edna.BornOn, null, null, null, null, null, null)));

    [Fact]
    public void Half_a_postcode_is_no_address() =>
        Assert.Equal("", Shared(new ReferralPerson("Edna Jones", null, null, null, "CB1", null, null, null)));

    private static string Shared(ReferralPerson other) => string.Join(", ", PersonKeys.Of(Edna).Shared(PersonKeys.Of(other)));
}
