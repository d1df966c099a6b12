using System.Net;
using Microsoft.Extensions.Configuration;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>The council's own sign-in, against a real OpenID Connect server.</summary>
public sealed class CouncilSignInTests
{
    [Fact]
    public async Task Somebody_with_a_role_comes_in_under_their_own_name()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        accounts.Roles = [DeskRole.Officer];
        await using var council = await RunningCouncil.StartAsync(accounts.Settings);
        using var browser = new FollowingBrowser(council.Address);

        using var desk = await browser.GetAsync("/desk");
        var where = browser.At.AbsolutePath;
        using var figures = await browser.PostAsync("/desk/deliveries/send-again");

        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.Equal("/desk/queue", where);
        Assert.Contains("Priya Singh", await desk.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, figures.StatusCode);
    }

    [Fact]
    public async Task Roles_may_be_called_otherwise_there()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        accounts.Roles = ["ASC-Desk-Officers"];
        await using var council = await RunningCouncil.StartAsync([.. accounts.Settings, ("Desk:OpenIdConnect:Roles:officer", "ASC-Desk-Officers")]);
        using var browser = new FollowingBrowser(council.Address);

        using var desk = await browser.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_that_it_is_not_for_them()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        accounts.Roles = ["planning"];
        await using var council = await RunningCouncil.StartAsync(accounts.Settings);
        using var browser = new FollowingBrowser(council.Address);

        using var desk = await browser.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.Forbidden, desk.StatusCode);
    }

    [Fact]
    public async Task There_is_no_printed_link_beside_it()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        await using var council = await RunningCouncil.StartAsync(accounts.Settings);

        using var link = await council.Http.GetAsync(new Uri($"{DevelopmentSignIn.Path}?link={council.Service<SignInLinks>().Make()}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, link.StatusCode);
    }

    [Fact]
    public async Task A_return_that_nobody_set_out_for_is_refused_in_words()
    {
        await using var accounts = await CouncilAccounts.StartAsync();
        await using var council = await RunningCouncil.StartAsync(accounts.Settings);

        using var answer = await council.Http.GetAsync(new Uri("/desk/sign-in/return?code=guessed&state=guessed", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Signing in did not work", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_is_away_is_named_and_residents_go_on()
    {
        await using var council = await RunningCouncil.StartAsync(("Desk:OpenIdConnect:Authority", "http://127.0.0.1:9"), ("Desk:OpenIdConnect:ClientId", "transforming-lives"));

        using var desk = await council.Http.GetAsync(new Uri("/desk", UriKind.Relative));
        using var resident = await council.Http.GetAsync(new Uri("/chat", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, desk.StatusCode);
        Assert.Equal(HttpStatusCode.OK, resident.StatusCode);
    }

    [Theory]
    [InlineData("Desk:SignIn", "DevelopmentLink")]
    [InlineData("Desk:SignIn", "OpenIdConnect")]
    [InlineData("Desk:SignIn", "Anybody")]
    [InlineData("Desk:OpenIdConnect:Authority", "http://login.example.gov.uk")]
    [InlineData("Desk:OpenIdConnect:Authority", "https://login.example.gov.uk")]
    public void Settings_that_open_the_desk_wrongly_keep_the_program_from_starting(string setting, string value) =>
        Assert.Throws<FormatException>(() => DeskDoor.From(Settings(setting, value), isDevelopment: false));

    [Fact]
    public void Where_nothing_is_set_up_the_desk_is_shut_except_in_development()
    {
        Assert.Equal(WayIn.None, DeskDoor.From(Settings("Other", "x"), isDevelopment: false).Way);
        Assert.Equal(WayIn.DevelopmentLink, DeskDoor.From(Settings("Other", "x"), isDevelopment: true).Way);
    }

    private static IConfigurationRoot Settings(string setting, string value) => new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
}
