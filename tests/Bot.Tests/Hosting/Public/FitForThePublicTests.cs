using Microsoft.Extensions.Configuration;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Public;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Hosting.Public;

/// <summary>What keeps the program from starting in front of the public.</summary>
public sealed class FitForThePublicTests
{
    private const string Drawn = "Yk0r7vJq2mXz9LbTfW4hCgPd8sNe1uAo";

    [Fact]
    public async Task A_council_that_has_everything_starts()
    {
        var (settings, around) = await ReadyAsync();

        Assert.Empty(Problems(settings, around));
        FitForThePublic.Demand(Configuration(settings), around, Path.GetTempPath());
    }

    [Theory]
    [InlineData("PublicBaseAddress", null, "PublicBaseAddress")]
    [InlineData("PublicBaseAddress", "http://care.somewhere.gov.uk", "PublicBaseAddress")]
    [InlineData("Twilio:BaseAddress", "http://localhost:9", "Twilio__BaseAddress")]
    [InlineData("Logging:LogLevel:Default", "Debug", "Logging__LogLevel__Default")]
    [InlineData("Logging:Console:LogLevel:Microsoft", "trace", "Logging__Console__LogLevel__Microsoft")]
    [InlineData("DetailedErrors", "true", "DetailedErrors")]
    [InlineData("DOTNET_DbgEnableMiniDump", "1", "DOTNET_DbgEnableMiniDump")]
    [InlineData("DirectLine:Secret", "k7Qz!short", "DirectLine__Secret")]
    [InlineData("DirectLine:Secret", "abababababababababababababab", "DirectLine__Secret")]
    [InlineData("DirectLine:Secret", "My-Password-For-Direct-Line-77", "DirectLine__Secret")]
    [InlineData("DirectLine:EarlierSecret", "k7Qz!short", "DirectLine__EarlierSecret")]
    [InlineData("Twilio:AuthToken", "12345678901234567890123456789012", "Twilio__AuthToken")]
    [InlineData("Webhook:Secret", "k7Qz!short", "Webhook__Secret")]
    public async Task What_is_not_fit_is_named_by_its_setting_and_no_secret_is_repeated(string setting, string? value, string named)
    {
        var (settings, around) = await ReadyAsync();
        settings[setting] = value;

        var problem = Assert.Single(Problems(settings, around));

        Assert.StartsWith(named, problem, StringComparison.Ordinal);
        if (named.Contains("Secret", StringComparison.Ordinal) || named.Contains("Token", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(value!, problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("01632 960 999")]
    [InlineData("+44 7700 900123")]
    [InlineData("020 7946 0123")]
    public async Task Without_a_number_that_somebody_answers_it_does_not_start(string number)
    {
        var (settings, around) = await ReadyAsync();
        var council = around.Content.Council;

        Assert.Contains("duty_phone", Assert.Single(Problems(settings, around with { Content = around.Content with { Council = council with { DutyPhone = number } } })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_nobody_approved_is_named_with_its_file_and_version()
    {
        var (settings, around) = await ReadyAsync();
        var shipped = (await TestCouncil.RealContent.Value).RasTables;

        var problem = Assert.Single(Problems(settings, around with { RasTables = shipped }));

        Assert.Contains("ras/tl-ras-v1.yaml (tl-ras-v1 1.0.0)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_named_at_once()
    {
        var (settings, around) = await ReadyAsync();
        (settings["PublicBaseAddress"], settings["DirectLine:Secret"], settings["DetailedErrors"]) = (null, "short", "1");

        var refusal = Assert.Throws<StartUpException>(() => FitForThePublic.Demand(Configuration(settings), around, Path.GetTempPath()));

        Assert.Equal(3, refusal.Message.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    private static async Task<(Dictionary<string, string?> Settings, Surroundings Around)> ReadyAsync()
    {
        var content = (await TestCouncil.RealContent.Value) with { Now = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero) };
        RasTable[] approved = [.. content.RasTables.All.Select(table => table with { Status = RasStatus.Approved, ApprovedBy = "Adults Committee", ApprovedOn = new DateOnly(2026, 3, 2) })];

        // Numbers of nobody: they are in no range that is given out.
        var council = content.Content.Council with { Phone = "0345 045 0000", DutyPhone = "0345 045 0001", SafeguardingPhone = "0345 045 0002" };
        var settings = new Dictionary<string, string?> { ["PublicBaseAddress"] = "https://care.somewhere.gov.uk", ["DirectLine:Secret"] = Drawn, ["Twilio:BaseAddress"] = "https://api.twilio.com", ["Logging:LogLevel:Default"] = "Information", ["Storage:MasterKey"] = TestKeys.Text };
        return (settings, content with { RasTables = new RasTables([.. approved]), Content = content.Content with { Council = council } });
    }

    private static IEnumerable<string> Problems(Dictionary<string, string?> settings, Surroundings around) => FitForThePublic.Problems(Configuration(settings), around);

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
