using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>The addresses of what was not answered.</summary>
internal static class UnansweredEndpoints
{
    public static void MapUnanswered(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/unanswered", ShowAsync).For(DeskActions.SeeUnanswered);
        app.MapPost("/desk/unanswered/{id}/dealt-with", DealWithAsync).For(DeskActions.DealWithUnanswered);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, UnansweredQuestions questions, AnswerVotes votes, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, string? said)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        var around = loan.Surroundings;
        var clusters = await questions.OpenAsync(around, http.RequestAborted);
        var token = http.User.May(DeskActions.DealWithUnanswered) ? DeskPage.Token(antiforgery, http) : null;
        return DeskPage.Show(http, "Not answered yet", UnansweredPage.Html(clusters, around.Content, words => Nearest(words, around), token, said ?? "") + UnansweredPage.Poor(await PoorAnswers.ReadAsync(votes, around, http.RequestAborted), token));
    }

    private static (TopicGuess Topic, string? Guide)? Nearest(string words, Surroundings around) =>
        around.Knowledge.Ask(new KnowledgeQuestion(words, null, around.Now, [])).Topics.FirstOrDefault() is { } topic ? (topic, around.Knowledge.GuideFor(topic.Id, around.Now)?.GuideId) : null;

    private static async Task<IResult> DealWithAsync(HttpContext http, string id, UnansweredQuestions questions, SurroundingsSource source, TimeProvider clock)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        if ((await questions.OpenAsync(loan.Surroundings, http.RequestAborted)).FirstOrDefault(cluster => cluster.Id == id) is { } cluster)
        {
            await questions.DealWithAsync(cluster, http.Officer());
        }

        http.Response.Headers.Location = "/desk/unanswered?said=dealt";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
