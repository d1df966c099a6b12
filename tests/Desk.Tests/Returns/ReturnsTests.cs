using System.Net;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Returns;

/// <summary>What an officer chooses at the wrap-up becomes a row of the Client Level Data.</summary>
public sealed class ReturnsTests
{
    [Fact]
    public async Task A_matter_that_is_wrapped_up_is_a_row_with_its_days_and_its_outcome()
    {
        await using var council = await RunningCouncil.StartAsync();
        var id = await CloseAsync(council, "Mary Smith", new DateOnly(1941, 3, 2));
        using var supervisor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Supervisor);

        var rows = (await supervisor.ReadAsync("/desk/returns.csv?days=28")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, rows.Length);
        Assert.StartsWith("Our Conversation,Our References,LA Code,Client Type,Date of Birth,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith($"{id},,,Service User,02/03/1941,", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",Request,23/11/2026,25/11/2026,,10 No further action: information and advice or signposting,Chosen by an officer,Community / Other route", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Mary", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_detail_of_a_person_it_is_told_and_not_counted()
    {
        await using var council = await RunningCouncil.StartAsync();
        await CloseAsync(council, null, null);
        using var supervisor = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Supervisor);

        var page = await supervisor.ReadAsync("/desk/returns?days=28");
        var rows = (await supervisor.ReadAsync("/desk/returns.csv?days=28")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("Without any detail of a person, not counted</dt><dd class=\"govuk-summary-list__value\">1<", page, StringComparison.Ordinal);
        Assert.Single(rows);
    }

    private static async Task<string> CloseAsync(RunningCouncil council, string? name, DateOnly? born)
    {
        var conversation = await council.Runner.StartAsync("web", default);
        var now = council.Clock.GetUtcNow();
        var answers = conversation.Answers;
        answers = name is null ? answers : answers.With(new Answer("person_name", new TextValue(name), name, AnswerOrigin.Asked, now));
        answers = born is not { } day ? answers : answers.With(new Answer("person_date_of_birth", new DateValue(day), "", AnswerOrigin.Asked, now));
        await council.Store.CommitAsync(new StoredTurn(new IncomingMessage(conversation.Id, "1", "web", "hello", now), conversation.Version, conversation with { Answers = answers }, [], [], EndingIds.Asked), now, default);
        council.Skip(TimeSpan.FromDays(2));
        using var officer = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var accepted = await officer.PostAsync($"/desk/conversations/{conversation.Id}/accept");
        using var closed = await officer.PostAsync($"/desk/conversations/{conversation.Id}/wrap-up", ("outcome", "10"), ("key", ConversationId.New()));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/queue?said=wrapped-up"), (closed.StatusCode, closed.Headers.Location!.ToString()));
        return conversation.Id;
    }
}
