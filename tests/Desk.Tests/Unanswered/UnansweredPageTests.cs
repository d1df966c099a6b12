using System.Net;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Unanswered;

/// <summary>What authors see of questions that had no answer, on the running program.</summary>
public sealed partial class UnansweredPageTests
{
    private const string Asked = "who won the football on saturday, asks Derek Okonkwo";

    [Fact]
    public async Task An_author_reads_what_was_asked_and_not_who_asked()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        await AskAsync(council);

        var page = await author.ReadAsync("/desk/unanswered");

        Assert.Contains("football", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Derek", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Okonkwo", page, StringComparison.Ordinal);
        Assert.Contains("Asked once,", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dealt_with_is_gone_until_it_is_asked_again()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var author = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Author);
        await AskAsync(council);
        council.Clock.Advance(TimeSpan.FromMinutes(1));

        using var dealt = await author.PostAsync(Form().Match(await author.ReadAsync("/desk/unanswered")).Groups[1].Value);
        Assert.Equal(HttpStatusCode.SeeOther, dealt.StatusCode);
        Assert.DoesNotContain("football", await author.ReadAsync("/desk/unanswered"), StringComparison.Ordinal);

        council.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(council);
        Assert.Contains("Asked once,", await author.ReadAsync("/desk/unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_reads_it_and_marks_nothing()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var manager = await OfficerBrowser.SignInAsync(council, "Ann Reid", DeskRole.Manager);
        await AskAsync(council);

        var page = await manager.ReadAsync("/desk/unanswered");

        Assert.Contains("football", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dealt-with", page, StringComparison.Ordinal);
    }

    private static async Task AskAsync(RunningCouncil council)
    {
        var conversation = await council.Runner.StartAsync("web", default);
        var message = new IncomingMessage(conversation.Id, ConversationId.New(), "web", Asked, council.Clock.GetUtcNow());
        await council.Store.CommitAsync(new StoredTurn(message, conversation.Version, conversation, [], [], EndingIds.NotFound), council.Clock.GetUtcNow(), default);
    }

    [GeneratedRegex("action=\"(/desk/unanswered/[0-9a-f]+/dealt-with)\"")]
    private static partial Regex Form();
}
