namespace TransformingLives.CaseBridge.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void An_id_in_a_text_is_the_same_fingerprint_each_time_and_does_not_open_anything()
    {
        var text = Fingerprint.InPlaceOfIds("desk:0123456789abcdef0123456789abcdef/3 and desk:0123456789abcdef0123456789abcdef/4 of 01234567-89ab-cdef-0123-456789abcdef");

        var print = Fingerprint.Of("0123456789abcdef0123456789abcdef");
        Assert.Equal(12, print.Length);
        Assert.StartsWith($"desk:{print}/3 and desk:{print}/4 of ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789ab", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_stay_as_they_are() => Assert.Equal("referral TL-F34Q-AAG2", Fingerprint.InPlaceOfIds("referral TL-F34Q-AAG2"));
}
