using System.Text.RegularExpressions;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Abuse;

/// <summary>What browsers are told, on every answer: pages, files, refusals and what is not there.</summary>
public sealed partial class BrowserDefenceTests
{
    private static readonly (string, string)[] Settings = [("PublicBaseAddress", "https://care.example.gov.uk"), ("DirectLine:Secret", "a-secret-only-for-these-tests"), ("Twilio:AuthToken", "12345678901234567890123456789012")];

    private static readonly string[] Pages = ["/", "/chat", "/kiosk", "/embed", "/privacy", "/accessibility", "/carry-on", "/how-budgets-are-worked-out", "/desk", "/desk/referrals"];

    private static readonly string[] Others = ["/site.css", "/embed.js", "/live.js", "/v3/directline/conversations/none", "/v3/directline/conversations/none/stream", "/twilio/sms", "/api/services", "/nowhere", "/kiosk/clear"];

    [Fact]
    public async Task Every_answer_says_what_it_may_do()
    {
        await using var council = await RunningCouncil.StartAsync(Settings);
        foreach (var path in Pages.Concat(Others))
        {
            using var answer = await council.Http.GetAsync(path);

            Assert.Equal("nosniff", One(answer, "X-Content-Type-Options", path));
            Assert.Equal("no-referrer", One(answer, "Referrer-Policy", path));
            Assert.Contains("microphone=()", One(answer, "Permissions-Policy", path), StringComparison.Ordinal);
            Assert.Contains("max-age=63072000", One(answer, "Strict-Transport-Security", path), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"), path);
            var policy = One(answer, "Content-Security-Policy", path);
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"unsafe-|\*|http:", policy);
            Assert.Equal(path != "/embed", answer.Headers.Contains("X-Frame-Options"));
        }
    }

    [Fact]
    public async Task No_page_has_a_script_or_a_style_within_it()
    {
        await using var council = await RunningCouncil.StartAsync(Settings);
        foreach (var path in Pages)
        {
            var html = await (await council.Http.GetAsync(path)).Content.ReadAsStringAsync();

            Assert.DoesNotMatch(InlineScript(), html);
            Assert.DoesNotMatch(InlineStyle(), html);
            Assert.DoesNotMatch(Handler(), html);
        }
    }

    [Fact]
    public async Task Cookies_are_for_this_host_and_https_and_no_script_reads_them()
    {
        await using var council = await RunningCouncil.StartAsync(Settings);
        using var browser = new BehindProxy();
        using var http = new HttpClient(browser) { BaseAddress = council.Http.BaseAddress };
        var page = await http.GetStringAsync("/chat");
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("text", "hot meals in Ely"), new("key", "one")]);
        using var said = await http.PostAsync("/chat", form);
        using var kiosk = await http.GetAsync("/kiosk");

        Assert.Contains("hot meals in Ely", await said.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["__Host-tl-conversation", "__Host-tl-form", "__Host-tl-kiosk"], browser.Set.Select(set => set.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(browser.Set, set => Assert.Matches("(?i)(?=.*; path=/(;|$))(?=.*; secure)(?=.*; httponly)(?=.*; samesite=(lax|strict))", set));
    }

    [Fact]
    public async Task Without_https_nothing_says_so()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var answer = await council.Http.SendAsync(request);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("evil.example", answer + await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site()
    {
        await using var council = await RunningCouncil.StartAsync(Settings);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = council.Http.BaseAddress };
        foreach (var path in new[] { "/kiosk/clear?then=https://evil.example", "/kiosk/clear?ReturnUrl=//evil.example", "/desk?ReturnUrl=https://evil.example", "/desk/sign-out?ReturnUrl=//evil.example" })
        {
            using var answer = await http.GetAsync(path);
            Assert.DoesNotContain("evil.example", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
        }

        using var form = new FormUrlEncodedContent([new("mode", "//evil.example"), new("text", "hello")]);
        using var posted = await http.PostAsync("/chat", form);
        Assert.DoesNotContain("evil.example", posted.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    private static string One(HttpResponseMessage answer, string header, string path) =>
        answer.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : throw new Xunit.Sdk.XunitException($"{path} ({(int)answer.StatusCode}) is sent without {header}.");

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<style\b|<[^>]*\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<[^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
