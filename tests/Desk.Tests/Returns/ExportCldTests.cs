using System.Text.Json;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Desk.Tests.Returns;

/// <summary>Conversations that no officer closed: each that has ended is a row, and what only a worker can say is marked as proposed.</summary>
public sealed class ExportCldTests
{
    private static readonly ExportCld.Wanted Everything = new(null, null, AsJson: true);

    [Fact]
    public async Task What_was_sent_gives_a_proposed_outcome_the_first_in_the_order_of_the_specification()
    {
        await using var council = await RunningCouncil.StartAsync();
        await KeepAsync(council, Named("Arthur Jones") with { Sent = [Sent("message_to_team"), Sent("reablement"), Sent("needs_assessment")] });

        var row = Assert.Single(await RowsAsync(council));

        Assert.Equal("1 Progress to reablement or short-term support to maximise independence", row["Event Outcome"]);
        Assert.Equal("Proposed: a worker has to confirm it", row["Outcome Status"]);
        Assert.Equal("Request", row["Event Type"]);
    }

    [Fact]
    public async Task Somebody_who_was_given_information_and_sent_nothing_is_a_row_that_needs_no_worker_once_it_is_quiet()
    {
        await using var council = await RunningCouncil.StartAsync();
        await KeepAsync(council, Named("Arthur Jones") with { Topics = ["telecare"] });
        var early = await RowsAsync(council);
        council.Skip(TimeSpan.FromHours(25));

        var row = Assert.Single(await RowsAsync(council));

        Assert.Empty(early);
        Assert.Equal("10 No further action: information and advice or signposting", row["Event Outcome"]);
        Assert.Equal("Given by the assistant", row["Outcome Status"]);
        Assert.NotEmpty(row["Event Description"]);
    }

    [Fact]
    public async Task A_helper_is_a_client_of_their_own_without_the_details_of_the_other()
    {
        await using var council = await RunningCouncil.StartAsync();
        var conversation = Named("Margaret Jones");
        conversation = conversation with
        {
            Sent = [Sent("needs_assessment"), Sent("carers_assessment")],
            Answers = conversation.Answers.With(Answer("contact_name", "Arthur Jones")).With(new Answer("person_date_of_birth", new DateValue(new DateOnly(1938, 5, 4)), "", AnswerOrigin.Asked, default)),
            Facts = [new VolunteeredFact(FactIds.Condition, new TextValue("dementia"), "she has dementia")],
        };
        await KeepAsync(council, conversation);

        var rows = await RowsAsync(council);

        var carer = Assert.Single(rows, row => row["Client Type"] == "Carer");
        var person = Assert.Single(rows, row => row["Client Type"] == "Service User");
        Assert.Equal(("", "", ""), (carer["Date of Birth"], carer["Dementia"], carer["Proposed Primary Support Reason"]));
        Assert.Equal(("04/05/1938", "Yes", "Support with Memory and Cognition"), (person["Date of Birth"], person["Dementia"], person["Proposed Primary Support Reason"]));
    }

    [Fact]
    public async Task The_route_of_access_is_what_was_told_and_a_self_funder_is_proposed()
    {
        await using var council = await RunningCouncil.StartAsync();
        var home = Named("Ann Hill");
        await KeepAsync(council, home with { PlanIsKnown = true, Answers = home.Answers.With(new Answer("recent_changes", new ChoicesValue(["hospital"]), "", AnswerOrigin.Asked, default)) });
        await KeepAsync(council, Named("Bob Hill") with { PlanIsKnown = true, Contribution = new Contribution { YearId = "t", Cost = 100m, Pays = 100m, IsSelfFunder = true, Lines = [], Working = [] } });

        var rows = await RowsAsync(council);

        Assert.Contains(rows, row => row["Request Route of Access"] == "Discharge from Hospital");
        var selfFunder = Assert.Single(rows, row => row["Request Route of Access"] == "Self-Funder");
        Assert.Equal(("9 No further action: self-funded client or under 12 week disregard", "Proposed: a worker has to confirm it"), (selfFunder["Event Outcome"], selfFunder["Outcome Status"]));
    }

    [Fact]
    public async Task Nobody_without_a_name_or_a_birthday_is_counted_and_nobody_whom_an_officer_is_talking_with()
    {
        await using var council = await RunningCouncil.StartAsync();
        await KeepAsync(council, New() with { PlanIsKnown = true });
        await KeepAsync(council, Named("Ann Hill") with { PlanIsKnown = true, Floor = Floor.Officer });

        var (text, rows, leftOut) = await WriteAsync(council, Everything);

        Assert.Equal((0, 1), (rows, leftOut));
        Assert.Equal("[]", text.Trim());
    }

    [Fact]
    public async Task Only_what_ended_on_the_days_asked_for_is_there_the_last_day_with_them()
    {
        await using var council = await RunningCouncil.StartAsync();
        await KeepAsync(council, Named("Ann Hill") with { PlanIsKnown = true });
        var day = new DateOnly(2026, 11, 23);

        Assert.Equal(1, (await WriteAsync(council, new(day, day, AsJson: false))).Rows);
        Assert.Equal(0, (await WriteAsync(council, new(day.AddDays(1), null, AsJson: false))).Rows);
        Assert.Equal(0, (await WriteAsync(council, new(null, day.AddDays(-1), AsJson: false))).Rows);
        Assert.StartsWith("Our Conversation,", (await WriteAsync(council, new(null, null, AsJson: false))).Text, StringComparison.Ordinal);
    }

    private static Conversation New() => new() { Id = ConversationId.New(), Channel = "web", StartedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) };

    private static Conversation Named(string name) => New() with { Answers = Answers.None.With(Answer("person_name", name)) };

    private static Answer Answer(string question, string words) => new(question, new TextValue(words), words, AnswerOrigin.Asked, default);

    private static SentReferral Sent(string kind) => new(kind, Guid.NewGuid(), $"TL-{kind}", 0, new DateTimeOffset(2026, 11, 23, 9, 30, 0, TimeSpan.Zero));

    private static async Task KeepAsync(RunningCouncil council, Conversation conversation)
    {
        Assert.True(await council.Store.AddAsync(conversation, [], default));
        var now = council.Clock.GetUtcNow();
        await council.Store.CommitAsync(new StoredTurn(new IncomingMessage(conversation.Id, "1", "web", "hello", now), 0, conversation, [], [], EndingIds.Asked), now, default);
    }

    private static Task<(string Text, int Rows, int LeftOut)> WriteAsync(RunningCouncil council, ExportCld.Wanted wanted) =>
        ExportCld.WriteAsync(wanted, council.Service<StorageConnections>(), council.Service<SurroundingsSource>().At(council.Clock.GetUtcNow()), default);

    private static async Task<List<Dictionary<string, string>>> RowsAsync(RunningCouncil council) =>
        JsonSerializer.Deserialize<List<Dictionary<string, string>>>((await WriteAsync(council, Everything)).Text)!;
}
