using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Tests.Dialogs.Chasing;

public sealed class ChaseTests : IAsyncLifetime
{
    private static readonly DateOnly Born = new(1946, 2, 3);
    private TestCouncil council = null!;
    private Referral referral = null!;

    public async Task InitializeAsync()
    {
        council = await TestCouncil.OpenAsync();
        var id = Guid.NewGuid();
        referral = new Referral
        {
            Id = id,
            Reference = CaseBridge.CouncilCases.NewReference(id),
            ConversationId = "another",
            Kind = "needs_assessment",
            CreatedAt = council.Clock.GetUtcNow(),
            Person = new ReferralPerson("Edna Jones", Born, null, null, null, null, null, null),
            Outcome = new ReferralOutcome(3, "meet", "P2", council.Clock.GetUtcNow().AddDays(2), "east", []),
        };
        await council.Cases.AddAsync(new CaseWork.SubmitReferral(referral));
        await council.DeliverAsync();
    }

    public async Task DisposeAsync() => await council.DisposeAsync();

    [Theory]
    [InlineData("What's happening with my referral?")]
    [InlineData("any news on mums referral please")]
    [InlineData("Can I chase up my referral")]
    [InlineData("wheres my referral got to")]
    public async Task Reference_and_date_of_birth_are_asked_for_and_then_it_is_told(string words)
    {
        var conversation = await BeginAsync();

        Assert.Contains("What is your reference?", Text(await council.SayAsync(conversation, words)), StringComparison.Ordinal);
        Assert.Contains("date of birth", Text(await council.SayAsync(conversation, $"it's {referral.Reference.ToLowerInvariant()}")), StringComparison.Ordinal);
        var told = Text(await council.SayAsync(conversation, "3 February 1946"));

        Assert.Contains($"{referral.Reference} is with us since Monday 23 November", told, StringComparison.Ordinal);
        Assert.Contains("Somebody should be in touch by Wednesday 25 November", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Edna", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_in_one_message_is_answered_at_once()
    {
        await council.Cases.ChangeCaseAsync(referral.Id, new CaseChange { Status = "in_progress" }, "Sam Field");

        var told = Text(await council.SayAsync(await BeginAsync(), $"What's happening with my referral {referral.Reference}, born 3/2/1946?"));

        Assert.Contains("Somebody is working on your request", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_of_birth_and_a_reference_that_is_not_there_are_told_the_same()
    {
        var wrongDate = Text(await council.SayAsync(await BeginAsync(), $"any news on my referral {referral.Reference}", "4/2/1946"));
        var noReference = Text(await council.SayAsync(await BeginAsync(), "any news on my referral TL-2222-3333", "3/2/1946"));

        Assert.Equal(noReference, wrongDate);
        Assert.Contains("I can't find that", wrongDate, StringComparison.Ordinal);
        Assert.Contains("01632 960 100", wrongDate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_finds_a_date_of_birth_by_trying()
    {
        for (var day = 4; day < 9; day++)
        {
            await council.SayAsync(await BeginAsync(), $"any news on my referral {referral.Reference}", $"{day}/2/1946");
        }

        // Now the right one learns no more than the wrong ones, until tomorrow.
        Assert.Contains("I can't find that", Text(await council.SayAsync(await BeginAsync(), $"any news on my referral {referral.Reference}", "3/2/1946")), StringComparison.Ordinal);
        council.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(referral.Reference, Text(await council.SayAsync(await BeginAsync(), $"any news on my referral {referral.Reference}", "3/2/1946")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_wrong_ones_a_conversation_is_shown_the_telephone()
    {
        var conversation = await BeginAsync();
        for (var day = 4; day < 7; day++)
        {
            await council.SayAsync(conversation, $"{referral.Reference} {day}/2/1946");
        }

        var told = Text(await council.SayAsync(conversation, $"any news on my referral {referral.Reference}, 3/2/1946"));

        Assert.Contains("I can't look that up here", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_comes_first_while_a_reference_is_asked_for()
    {
        var conversation = await BeginAsync();
        await council.SayAsync(conversation, "What's happening with my referral?");

        var told = await council.SayAsync(conversation, "he has fallen and he is not breathing");

        Assert.Equal("concern", told.Ending);
    }

    [Fact]
    public async Task Whoever_talks_of_something_else_is_heard()
    {
        var conversation = await BeginAsync();
        await council.SayAsync(conversation, "What's happening with my referral?");

        var told = await council.SayAsync(conversation, "Who can bring hot meals in Ely?");

        Assert.Equal("answered", told.Ending);
    }

    private async Task<string> BeginAsync() => (await council.Runner.StartAsync("web", default)).Id;

    private static string Text(TurnResult turn) => string.Join(" ", turn.Replies.Select(reply => reply.Text));
}
