using System.Text;
using System.Text.Json;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.Testing.Fhir;

namespace TransformingLives.CaseSystems.Tests.Fhir;

/// <summary>A third party's FHIR R4 server takes our referrals, and two third-party validators find nothing wrong with them.</summary>
public sealed class MedplumTests(RunningMedplum medplum) : IClassFixture<RunningMedplum>, IAsyncLifetime
{
    private readonly List<ConnectedCouncil> councils = [];

    private MedplumServer Server => medplum.Server;

    public Task InitializeAsync() => Server.ForgetAsync();

    public async Task DisposeAsync()
    {
        foreach (var council in councils)
        {
            await council.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_referral_arrives_as_one_transaction_that_validates()
    {
        var council = await OpenAsync();
        var referral = FromDaughter();

        await council.SendAsync(referral);

        Assert.Empty(await StuckAsync(council));
        var state = await Server.StateAsync();
        Assert.Empty(state.Problems);
        Assert.Equal("1 Communication, 1 Consent, 1 DocumentReference, 1 Observation, 1 Patient, 1 QuestionnaireResponse, 1 RelatedPerson, 1 ServiceRequest, 1 Task", state.Counted);
        var request = Assert.Single(state.Of("ServiceRequest"));
        Assert.Equal(("active", "proposal", "urgent"), (request.Text("status"), request.Text("intent"), request.Text("priority")));
        Assert.Equal($"Patient/{state.Of("Patient")[0].Text("id")}", request.GetProperty("subject").Text("reference"));
        Assert.Equal($"ServiceRequest/{request.Text("id")}", Assert.Single(state.Of("Task")).GetProperty("focus").Text("reference"));
        Assert.Equal($"ServiceRequest/{request.Text("id")}", (await council.Cases.FindReferralAsync(referral.Reference, default))!.Facts.Reference);
    }

    [Fact]
    public async Task The_worker_can_read_the_conversation_and_the_estimate_is_called_indicative()
    {
        var council = await OpenAsync();
        await council.SendAsync(FromDaughter());

        var state = await Server.StateAsync();
        var document = Encoding.UTF8.GetString(Convert.FromBase64String(Assert.Single(state.Of("DocumentReference")).GetProperty("content")[0].GetProperty("attachment").Text("data")));
        Assert.Contains("My wife gets up at night", document, StringComparison.Ordinal);
        var estimate = Assert.Single(state.Of("Observation"));
        Assert.Equal("preliminary", estimate.Text("status"));
        Assert.Contains("Indicative", estimate.GetProperty("code").Text("text"), StringComparison.Ordinal);
        Assert.Contains(estimate.GetProperty("component").EnumerateArray(), part => part.GetProperty("code").Text("text") == "Pounds a week" && part.GetProperty("valueQuantity").GetProperty("value").GetDecimal() > 0);
    }

    [Fact]
    public async Task The_key_to_the_conversation_stays_at_home()
    {
        var council = await OpenAsync();
        await council.SendAsync(FromDaughter() with { ConversationId = "0123456789abcdef0123456789abcdef" });

        Assert.All((await Server.StateAsync()).Of("Patient"), patient => Assert.DoesNotContain("0123456789abcdef0123456789abcdef", patient.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_carers_assessment_is_about_the_carer_who_is_a_person_of_their_own()
    {
        var council = await OpenAsync();
        await council.SendAsync(FromDaughter() with { Kind = "carers_assessment", Estimate = null });

        var state = await Server.StateAsync();
        Assert.Empty(state.Problems);
        var carer = Assert.Single(state.Of("Patient"), patient => patient.GetProperty("name")[0].Text("text") == "Ann Jones");
        Assert.Equal($"Patient/{carer.Text("id")}", Assert.Single(state.Of("ServiceRequest")).GetProperty("subject").Text("reference"));
    }

    [Fact]
    public async Task Two_referrals_of_one_conversation_share_the_person()
    {
        var council = await OpenAsync();
        await council.SendAsync(FromDaughter());
        await council.SendAsync(FromDaughter() with { Id = Guid.NewGuid(), Reference = "TL-2222-3333", Kind = "contingency_plan" });

        var state = await Server.StateAsync();
        Assert.Single(state.Of("Patient"));
        Assert.Equal(2, state.Of("ServiceRequest").Count);
    }

    [Fact]
    public async Task A_safeguarding_concern_is_flagged_and_restricted_and_an_ordinary_referral_does_not_carry_it()
    {
        var council = await OpenAsync();
        var ordinary = FromDaughter() with { Concerns = ["safeguarding: he takes her money", "carer_breakdown: I can't go on"] };
        await council.SendAsync(ordinary);
        await council.SendAsync(ordinary with { Id = Guid.NewGuid(), Reference = "TL-2222-4444", Kind = "safeguarding" });

        var state = await Server.StateAsync();
        Assert.Empty(state.Problems);
        Assert.Single(state.Of("Flag"));
        var summaries = state.Of("Communication").ToDictionary(one => one.TryGetProperty("meta", out var meta) && meta.TryGetProperty("security", out _), one => one.GetProperty("payload")[0].Text("contentString"));
        Assert.Contains("takes her money", summaries[true], StringComparison.Ordinal);
        Assert.DoesNotContain("takes her money", summaries[false], StringComparison.Ordinal);
        Assert.Contains("can't go on", summaries[false], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_with_next_to_nothing_in_it_validates()
    {
        var council = await OpenAsync();
        await council.SendAsync(new Referral
        {
            Id = Guid.NewGuid(),
            Reference = "TL-2222-5555",
            ConversationId = "c9",
            Kind = "advice_appointment",
            CreatedAt = SampleReferral.Now,
            Person = new ReferralPerson(null, null, null, null, null, null, null, null),
        });

        Assert.Empty((await Server.StateAsync()).Problems);
        Assert.Empty(await StuckAsync(council));
    }

    [Fact]
    public async Task A_server_that_fails_and_drops_answers_has_every_referral_once_in_the_end()
    {
        var council = await OpenAsync();
        await Server.FaultsAsync(fail: 0.2, cut: 0.2);
        var sent = Enumerable.Range(0, 25).Select(number => FromDaughter() with { Id = Guid.NewGuid(), Reference = $"TL-2222-{number:0000}", ConversationId = $"c{number}" }).ToList();
        foreach (var referral in sent)
        {
            await council.SendAsync(referral);
        }

        await council.PatientlyAsync();

        var state = await Server.StateAsync();
        Assert.True(state.Failed > 0 && state.Cut > 0, "The server did not fail at all, so nothing is shown.");
        Assert.Empty(await StuckAsync(council));
        Assert.Equal(sent.Select(referral => $"{referral.Id}").Order(), state.Identifiers("ServiceRequest", "/referral").Order());
        Assert.Equal(25, state.Identifiers("Task", "/task").Distinct().Count());
        Assert.Equal(25, state.Of("Task").Count);
        Assert.Equal(25, state.Of("Patient").Count);
    }

    [Fact]
    public async Task A_referral_is_cut_for_a_server_that_takes_few_entries_and_hangs_together_all_the_same()
    {
        var council = await OpenAsync(("Fhir:LargestTransaction", "4"));
        await Server.FaultsAsync(cut: 0.3);
        await council.SendAsync(FromDaughter());
        await council.PatientlyAsync();

        var state = await Server.StateAsync();
        Assert.Empty(state.Problems);
        Assert.Equal("1 Communication, 1 Consent, 1 DocumentReference, 1 Observation, 1 Patient, 1 QuestionnaireResponse, 1 RelatedPerson, 1 ServiceRequest, 1 Task", state.Counted);
        Assert.All(state.Of("Task").Concat(state.Of("Consent")), resource => Assert.DoesNotContain("urn:uuid", resource.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_refuses_is_laid_before_staff_in_words_and_sent_again_as_they_mended_it()
    {
        var council = await OpenAsync();
        var referral = FromDaughter();
        await Server.FaultsAsync(fail: 1, status: 422);
        await council.SendAsync(referral);
        var refused = Assert.Single(await StuckAsync(council));
        Assert.True(refused.IsDead);
        Assert.Contains("422", refused.Reason, StringComparison.Ordinal);

        await Server.FaultsAsync();
        await council.Cases.SendAgainAsync(referral with { Person = referral.Person with { Name = "Edna May Jones" } }, default);
        await council.Cases.DeliverDueAsync(default);

        Assert.Equal("Edna May Jones", Assert.Single((await Server.StateAsync()).Of("Patient")).GetProperty("name")[0].Text("text"));
        Assert.Equal("Edna May Jones", (await council.Cases.FindReferralAsync(referral.Reference, default))!.Referral.Person.Name);
    }

    [Fact]
    public async Task A_server_that_wants_another_token_is_told_to_staff_and_tried_again()
    {
        var council = await OpenAsync(("Fhir:BearerToken", "old"));
        await Server.FaultsAsync(token: "new");
        await council.SendAsync(FromDaughter());
        var waiting = Assert.Single(await StuckAsync(council));
        Assert.False(waiting.IsDead);
        Assert.Contains("does not let this program in", waiting.Reason, StringComparison.Ordinal);

        await Server.FaultsAsync(token: "old");
        await council.PatientlyAsync();

        Assert.Single((await Server.StateAsync()).Of("ServiceRequest"));
    }

    [Fact]
    public async Task What_becomes_of_it_over_there_is_told_to_a_resident_who_asks_here()
    {
        var council = await OpenAsync();
        var referral = FromDaughter();
        await council.SendAsync(referral);
        var task = Assert.Single((await Server.StateAsync()).Of("Task"));
        var changed = JsonSerializer.Deserialize<Dictionary<string, object>>(task.GetRawText())!;
        changed["status"] = "accepted";
        changed["businessStatus"] = new { text = "With the East patch team" };
        await Server.PutAsync($"Task/{task.Text("id")}", changed);

        council.Clock.Advance(TimeSpan.FromHours(1));
        await council.Cases.DeliverDueAsync(default);

        Assert.Equal("accepted", (await council.Cases.ProgressAsync(referral.Reference, referral.Person.BornOn!.Value, default))!.Status);
        Assert.Contains((await council.Cases.OpenCaseAsync(referral.Reference, default))!.History, step => step is { Status: "accepted", ByWhom: "fhir", Words: "With the East patch team" });
    }

    private static Referral FromDaughter() => SampleReferral.New("P2") with
    {
        Contact = new ReferralPerson("Ann Jones", null, "07700 900123", "ann@example.com", null, null, "daughter", "evenings"),
    };

    private static async Task<IReadOnlyList<CaseBridge.Outbox.StuckWork>> StuckAsync(ConnectedCouncil council) => await council.Cases.StuckWorkAsync(default);

    private async Task<ConnectedCouncil> OpenAsync(params (string Key, string Value)[] settings)
    {
        var council = await ConnectedCouncil.OpenAsync([("Fhir:BaseAddress", Server.BaseAddress.ToString()), .. settings]);
        councils.Add(council);
        return council;
    }
}
