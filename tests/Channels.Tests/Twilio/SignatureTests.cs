using System.Net;
using System.Text;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Twilio;

namespace TransformingLives.Channels.Tests.Twilio;

public sealed class SignatureTests
{
    private static readonly KeyValuePair<string, string>[] Documented =
    [
        new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675309"), new("Digits", "1234"), new("From", "+14158675309"), new("To", "+18005551212"),
    ];

    [Fact]
    public void The_example_of_the_documentation_gives_its_signature() =>
        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignature.Of("https://mycompany.com/myapp.php?foo=1&bar=2", Documented, "12345"));

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2")]
    public void With_the_port_and_without_it_is_the_same_address(string address)
    {
        Assert.True(TwilioSignature.IsGood("RSOYDt4T1cUTdK1PDd93/VVr8B8=", address, Documented, ["12345"]));
        Assert.True(TwilioSignature.IsGood("kvajT1Ptam85bY51eRf/AJRuM3w=", address, Documented, ["12345"]));
        Assert.False(TwilioSignature.IsGood("RSOYDt4T1cUTdK1PDd93/VVr8B9=", address, Documented, ["12345"]));
    }

    [Fact]
    public void A_repeated_field_counts_each_value_once_in_order() =>
        Assert.Equal("IK+Dwps556ElfBT0I3Rgjkr1wJU=", TwilioSignature.Of(
            "https://mycompany.com/myapp.php?foo=1&bar=2",
            [new("Sid", "CA123"), new("SidAccount", "AC123"), new("Digits", "5678"), new("Digits", "1234"), new("Digits", "1234")],
            "12345"));

    [Fact]
    public async Task Whatever_stands_in_a_form_our_signature_is_that_of_Twilios_library()
    {
        await using var calls = await TwilioCalls.StartAsync();
        (string, string)[] form = [("Body", " I can't cope – Nana's £20 😢 + % & = \r\n"), ("From", "+447700900123"), ("ZUpper", "1"), ("_x", "2"), ("aLower", ""), ("empty", ""), ("twice", "b"), ("twice", "a"), ("twice", "b")];

        var theirs = await calls.SignAsync("https://x.example/sms?a=%20b&c", form);

        Assert.Equal(theirs, TwilioSignature.Of("https://x.example/sms?a=%20b&c", [.. form.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))], TwilioCalls.Token));
    }

    [Fact]
    public async Task A_webhook_without_a_good_signature_is_refused_and_nothing_is_stored()
    {
        await using var calls = await TwilioCalls.StartAsync();
        (string, string)[] form = [("MessageSid", "SM1"), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), ("Body", "hello")];
        var good = await calls.SignAsync($"{TwilioCalls.Public}/twilio/sms", form);

        Assert.Equal(HttpStatusCode.Forbidden, (await calls.PostAsync("/twilio/sms", signature: null, form)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await calls.PostAsync("/twilio/sms", signature: "", form)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await calls.PostAsync("/twilio/sms", signature: "nonsense", form)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await calls.PostAsync("/twilio/sms", signature: good, [.. form, ("More", "1")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await calls.PostAsync("/twilio/sms?more=1", signature: good, form)).Status);
        Assert.Null(await calls.Council.Service<AddressBook>().FindAsync("sms", TwilioCalls.Ada, CancellationToken.None));
        Assert.Equal(HttpStatusCode.OK, (await calls.PostAsync("/twilio/sms", signature: good, form)).Status);
    }

    [Fact]
    public async Task What_is_no_form_or_too_large_is_refused()
    {
        await using var calls = await TwilioCalls.StartAsync();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await calls.Council.Http.PostAsync(new Uri("/twilio/sms", UriKind.Relative), json);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await calls.PostAsync("/twilio/sms", signature: "x", ("Body", new string('a', 70_000)))).Status);
    }

    [Fact]
    public async Task A_proxy_that_leaves_the_path_on_makes_no_difference()
    {
        await using var calls = await TwilioCalls.StartAsync(("Twilio:EarlierAuthToken", "the token before this one"));
        (string Name, string Value)[] form = [("MessageSid", "SM1"), ("From", TwilioCalls.Ada), ("To", TwilioCalls.Ours), ("Body", "hello")];

        var earlier = TwilioSignature.Of($"{TwilioCalls.Public}/twilio/sms", [.. form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))], "the token before this one");

        Assert.Equal(HttpStatusCode.OK, (await calls.PostAsync("/twilio/sms", earlier, form)).Status);
    }
}
