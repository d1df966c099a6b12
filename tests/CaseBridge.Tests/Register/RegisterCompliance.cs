using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.CaseBridge.Tests.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseBridge.Tests.Register;

/// <summary>What the register must keep, on every engine.</summary>
public abstract class RegisterCompliance : IAsyncLifetime
{
    private readonly List<CaseStorage> nodes = [];

    private CaseStorage Node => nodes[0];

    public async Task InitializeAsync()
    {
        nodes.Add(new CaseStorage(await NewDatabaseAsync()));
        await Node.Cases.UpgradeAsync(default);
    }

    public virtual Task DisposeAsync() => Node.DisposeAsync().AsTask();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task What_becomes_of_a_case_is_kept_step_by_step()
    {
        var referral = await RegisteredAsync();
        Node.Clock.Advance(TimeSpan.FromHours(1));
        await Node.Cases.ChangeCaseAsync(referral.Id, new CaseChange { Status = "accepted", Worker = "C. Nichols", EligibilityAtReferral = "Substantial" }, "officer 1");
        Node.Clock.Advance(TimeSpan.FromDays(3));
        await Node.Cases.ChangeCaseAsync(referral.Id, new CaseChange { Status = "in_progress", Words = "Visited at home.", FirstVisitOn = new DateOnly(2026, 11, 27), EligibilityAtVisit = "Critical" }, "officer 2");

        var file = await Node.Cases.OpenCaseAsync(referral.Reference, default);

        Assert.Equal("in_progress", file!.Registered.Status);
        Assert.Equal(new CaseFacts(null, null, "C. Nichols", new DateOnly(2026, 11, 27), "Substantial", "Critical"), file.Registered.Facts);
        Assert.Equal(["new by assistant", "accepted by officer 1", "in_progress by officer 2 Visited at home."], file.History.Select(step => $"{step.Status} by {step.ByWhom} {step.Words}".TrimEnd()));
    }

    [Fact]
    public async Task A_change_to_no_referral_is_refused() =>
        Assert.False(await Node.Cases.ChangeCaseAsync(Guid.NewGuid(), new CaseChange { Status = "accepted" }, "officer 1"));

    [Fact]
    public async Task A_task_is_done_once()
    {
        var referral = await RegisteredAsync();
        var task = new CaseTask(Guid.NewGuid(), "Ring the daughter", new DateOnly(2026, 11, 25), null, null);
        await Node.Cases.AddTaskAsync(referral.Id, task);
        await Node.Cases.AddTaskAsync(referral.Id, task);

        Assert.True(await Node.Cases.CompleteTaskAsync(referral.Id, task.Id, "officer 1"));
        Assert.False(await Node.Cases.CompleteTaskAsync(referral.Id, task.Id, "officer 2"));

        Assert.Equal(task with { DoneAt = SampleReferral.Now, DoneBy = "officer 1" }, Assert.Single((await Node.Cases.OpenCaseAsync(referral.Reference, default))!.Tasks));
    }

    [Fact]
    public async Task A_support_plan_is_kept_to_the_penny_and_replaced_as_a_whole()
    {
        var referral = await RegisteredAsync();
        await Node.Cases.SavePlanAsync(referral.Id, [new PlanLine("Laminate flooring", "for the wheelchair", 12.34m, "direct_payment")]);
        await Node.Cases.SavePlanAsync(referral.Id, [new PlanLine("A sitter", "unbroken rest", 148.05m, "third_party"), new PlanLine("Shopping", "", 0.10m, "council")]);

        var plan = (await Node.Cases.OpenCaseAsync(referral.Reference, default))!.Plan;

        Assert.Equal([148.05m, 0.10m], plan.Select(line => line.WeeklyCost));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("lower")]
    [InlineData("bare")]
    public async Task A_resident_who_knows_reference_and_date_of_birth_is_told_where_it_stands(string written)
    {
        var referral = await RegisteredAsync();
        var reference = written switch
        {
            "lower" => referral.Reference.ToLowerInvariant(),
            "bare" => referral.Reference.Replace("TL-", "", StringComparison.Ordinal).Replace("-", " ", StringComparison.Ordinal),
            _ => string.Format(null, written, referral.Reference),
        };

        var progress = await Node.Cases.ProgressAsync(reference, new DateOnly(1946, 2, 3), default);

        Assert.Equal((referral.Reference, "new", SampleReferral.Now), (progress!.Reference, progress.Status, progress.Since));
    }

    [Fact]
    public async Task Whoever_does_not_know_the_date_of_birth_is_told_nothing()
    {
        var referral = await RegisteredAsync();
        Assert.Null(await Node.Cases.ProgressAsync(referral.Reference, new DateOnly(1946, 2, 4), default));
        Assert.Null(await Node.Cases.ProgressAsync("TL-2222-2222", new DateOnly(1946, 2, 3), default));
        Assert.Null(await Node.Cases.ProgressAsync("'; --", new DateOnly(1946, 2, 3), default));
    }

    [Fact]
    public async Task Wrong_dates_of_birth_are_counted_and_after_some_nobody_is_told_that_day()
    {
        var referral = await RegisteredAsync();
        for (var i = 1; i <= 5; i++)
        {
            Assert.Null(await Node.Cases.ProgressAsync(referral.Reference, new DateOnly(1946, 2, 3).AddDays(i), default));
        }

        Assert.Null(await Node.Cases.ProgressAsync(referral.Reference, new DateOnly(1946, 2, 3), default));
        Node.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await Node.Cases.ProgressAsync(referral.Reference, new DateOnly(1946, 2, 3), default));
        Assert.Equal(6, (await Node.Audit.AboutAsync(referral.ConversationId, default)).Count(entry => entry.Entry.Action == "progress.refused"));
    }

    [Fact]
    public async Task The_same_person_by_another_channel_is_shown_and_not_merged()
    {
        var last = await RegisteredAsync();
        var now = SampleReferral.New() with { ConversationId = "c2", Person = last.Person with { Name = "E. Jones", Phone = "+44 1632 960123" } };
        await Node.Register.AddAsync(now);
        await Node.Register.AddAsync(SampleReferral.New() with { ConversationId = "c3", Person = new ReferralPerson("Ted Smith", null, null, null, "CB1 1AA", null, null, null) });

        var possible = Assert.Single(await Node.Cases.PossibleDuplicatesAsync(now, default));

        Assert.Equal(last.Reference, possible.Other.Referral.Reference);
        Assert.Equal("name, date of birth, postcode, phone number", string.Join(", ", possible.Shared));
        Assert.Equal(3, (await Node.Cases.ReferralsAsync(10, default)).Length);
    }

    [Fact]
    public async Task Two_referrals_of_one_conversation_are_no_duplicates()
    {
        var first = await RegisteredAsync();
        await Node.Register.AddAsync(SampleReferral.New());
        Assert.Empty(await Node.Cases.PossibleDuplicatesAsync(first, default));
    }

    [Fact]
    public async Task What_the_case_system_says_is_read_back_until_nothing_more_is_to_be_expected()
    {
        var referral = SampleReferral.New();
        var system = new ScriptedCaseSystem(null, new CaseStatus("accepted", null, "Denise"), new CaseStatus("completed", "Assessment done.", "Denise"));
        await Node.EnqueueAsync(new CaseWork.SubmitReferral(referral));
        for (var hour = 0; hour < 6; hour++)
        {
            await Node.DeliverAsync(Node.Handlers(system));
            Node.Clock.Advance(TimeSpan.FromHours(1));
        }

        var file = await Node.Cases.OpenCaseAsync(referral.Reference, default);
        Assert.Equal(3, system.Asked);
        Assert.Equal(["new", "sent", "accepted", "completed"], file!.History.Select(step => step.Status));
        Assert.Equal(("scripted", "Case/1", "Denise"), (file.Registered.Facts.System, file.Registered.Facts.Reference, file.Registered.Facts.Worker));
        Assert.Empty(await Node.Cases.StuckWorkAsync(default));
    }

    private async Task<Referral> RegisteredAsync()
    {
        var referral = SampleReferral.New();
        await Node.Register.AddAsync(referral);
        return referral;
    }

    /// <summary>Takes everything, and says one thing after another when it is asked.</summary>
    private sealed class ScriptedCaseSystem(params CaseStatus?[] says) : ICaseSystem
    {
        public string Name => "scripted";

        public bool TellsStatus => true;

        public int Asked { get; private set; }

        public Task<DeliveryResult> SendAsync(Referral referral, CancellationToken cancellationToken) => Task.FromResult<DeliveryResult>(new DeliveryResult.Taken("Case/1"));

        public Task<CaseStatus?> ReadStatusAsync(Referral referral, CancellationToken cancellationToken) => Task.FromResult(says[Asked++]);
    }
}

public sealed class RegisterOnPostgresTests : RegisterCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await Testing.Postgres.PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}

public sealed class RegisterOnSqliteTests : RegisterCompliance, IDisposable
{
    private readonly SqliteFile file = new();

    public void Dispose() => file.Dispose();

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(file.Connections);
}
