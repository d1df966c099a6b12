using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>Who may do what: the matrix, tried on the running program, both ways.</summary>
public sealed class AccessTests(OneCouncil one) : IClassFixture<OneCouncil>
{
    private static readonly string[] Open = [DevelopmentSignIn.Path, "/desk/sign-in/as", SignOut.Path, SignOut.Done];

    [Fact]
    public async Task Every_address_of_the_desk_stands_in_the_matrix()
    {
        var council = one.Council;

        Assert.All(Endpoints(council).Where(endpoint => !Open.Contains(endpoint.RoutePattern.RawText)), endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<DeskAction>()));
    }

    [Fact]
    public async Task Every_line_of_the_matrix_has_an_address_and_a_name_of_its_own()
    {
        var council = one.Council;

        var used = Endpoints(council).Select(endpoint => endpoint.Metadata.GetMetadata<DeskAction>()).OfType<DeskAction>().ToHashSet();

        Assert.Equal(DeskActions.All.Length, DeskActions.All.Select(action => action.Id).Distinct().Count());
        Assert.Empty(DeskActions.All.Except(used).Select(action => action.Id));
        Assert.All(DeskActions.All, action => Assert.Subset(DeskRole.All.ToHashSet(), action.Roles.ToHashSet()));
    }

    [Theory]
    [InlineData(DeskRole.Officer)]
    [InlineData(DeskRole.Supervisor)]
    [InlineData(DeskRole.Manager)]
    [InlineData(DeskRole.Author)]
    [InlineData(DeskRole.Administrator)]
    [InlineData(DeskRole.Auditor)]
    public async Task Each_role_gets_what_is_its_own_and_nothing_else(string role)
    {
        var council = one.Council;
        using var browser = await OfficerBrowser.SignInAsync(council, "Sam Field", role);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints(council))
        {
            if (endpoint.Metadata.GetMetadata<DeskAction>() is { } action && await IsLetInAsync(browser, endpoint) != action.Roles.Contains(role))
            {
                wrong.Add($"{role} {action.Id}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_stranger_and_somebody_without_a_role_get_nothing()
    {
        var council = one.Council;
        using var stranger = OfficerBrowser.Stranger(council);
        using var nobody = await OfficerBrowser.SignInAsync(council, "Sam Field");
        foreach (var endpoint in Endpoints(council).Where(endpoint => endpoint.Metadata.GetMetadata<DeskAction>() is not null))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(stranger, endpoint)).StatusCode);
            Assert.False(await IsLetInAsync(nobody, endpoint), endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task A_guessed_address_tells_nothing()
    {
        var council = one.Council;
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var stranger = OfficerBrowser.Stranger(council);
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        using var unknown = await officer.GetAsync($"/desk/conversations/{ConversationId.New()}");
        using var malformed = await officer.GetAsync("/desk/conversations/1");
        using var real = await stranger.GetAsync($"/desk/conversations/{conversation.Id}");
        using var unreal = await stranger.GetAsync($"/desk/conversations/{ConversationId.New()}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, malformed.StatusCode));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (real.StatusCode, unreal.StatusCode));
        Assert.Equal(await real.Content.ReadAsStringAsync(), await unreal.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        var council = one.Council;
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        var conversation = await council.Runner.StartAsync("web", CancellationToken.None);

        using var answer = await officer.PostFromElsewhereAsync($"/desk/conversations/{conversation.Id}/accept");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await council.Store.FindAsync(conversation.Id, CancellationToken.None))!.Handover);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(RunningCouncil council) => council.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/desk", StringComparison.Ordinal) == true);

    private static async Task<bool> IsLetInAsync(OfficerBrowser browser, RouteEndpoint endpoint)
    {
        using var answer = await TryAsync(browser, endpoint);
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> TryAsync(OfficerBrowser browser, RouteEndpoint endpoint)
    {
        var path = string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(Part))));
        return endpoint.Metadata.GetRequiredMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().HttpMethods.Contains("GET") ? browser.GetAsync(path) : browser.PostAsync(path);
    }

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => Guid.Empty.ToString(),
        _ => ConversationId.New(),
    };
}
