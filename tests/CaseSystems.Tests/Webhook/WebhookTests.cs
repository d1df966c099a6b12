using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.CaseSystems.Tests.Fhir;

namespace TransformingLives.CaseSystems.Tests.Webhook;

/// <summary>Referrals as signed events, for a case system that takes those.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private Receiver receiver = null!;
    private ConnectedCouncil council = null!;

    public async Task InitializeAsync()
    {
        receiver = await Receiver.StartAsync();
        council = await ConnectedCouncil.OpenAsync(("Webhook:Address", receiver.Address.ToString()), ("Webhook:Secret", Secret), ("Webhook:Source", "https://council.example"));
    }

    public async Task DisposeAsync()
    {
        await council.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_referral_arrives_as_a_signed_cloud_event()
    {
        var referral = SampleReferral.New();

        await council.SendAsync(referral);

        var post = Assert.Single(receiver.Posts);
        Assert.StartsWith("application/cloudevents+json", post.ContentType, StringComparison.Ordinal);
        var happened = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal(("1.0", post.Id, "https://council.example", referral.Reference), (happened.Text("specversion"), happened.Text("id"), happened.Text("source"), happened.Text("subject")));
        Assert.Equal(referral.Id, ReferralJson.Read(happened.GetProperty("data").GetProperty("referral").GetRawText()).Id);
        Assert.Contains("My wife gets up at night", happened.GetProperty("data").Text("document"), StringComparison.Ordinal);

        // As a receiver checks it.
        var expected = HMACSHA256.HashData(Convert.FromBase64String(Secret), Encoding.UTF8.GetBytes($"{post.Id}.{post.Time}.{post.Body}"));
        Assert.Equal($"v1,{Convert.ToBase64String(expected)}", post.Signature);
    }

    [Fact]
    public async Task A_lost_answer_and_a_failure_are_tried_again_with_the_same_id_and_the_same_words()
    {
        // The first is taken, and the line is cut before we hear of it.
        receiver.Answers.Enqueue(Receiver.Cut);
        receiver.Answers.Enqueue(500);
        receiver.Answers.Enqueue(409);

        await council.SendAsync(SampleReferral.New());
        await council.PatientlyAsync();

        Assert.Equal(3, receiver.Posts.Count);
        Assert.Single(receiver.Posts.Select(post => post.Id).Distinct());
        Assert.Single(receiver.Posts.Select(post => post.Body).Distinct());
        Assert.Empty(await council.Cases.StuckWorkAsync(default));
    }

    [Fact]
    public async Task What_is_refused_is_before_staff_at_once_and_mended_it_is_another_event()
    {
        var referral = SampleReferral.New();
        receiver.Answers.Enqueue(422);
        await council.SendAsync(referral);
        Assert.True(Assert.Single(await council.Cases.StuckWorkAsync(default)).IsDead);

        await council.Cases.SendAgainAsync(referral with { Needs = ["Mended"] }, default);
        await council.Cases.DeliverDueAsync(default);

        Assert.Empty(await council.Cases.StuckWorkAsync(default));
        Assert.Equal(2, receiver.Posts.Select(post => post.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_receiver_that_sends_us_elsewhere_is_not_followed()
    {
        receiver.Answers.Enqueue(307);

        await council.SendAsync(SampleReferral.New());

        Assert.Single(receiver.Posts);
        Assert.Contains("307", Assert.Single(await council.Cases.StuckWorkAsync(default)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://cases.example.gov.uk/events", Secret, "https")]
    [InlineData("https://cases.example.gov.uk/events", "short", "24 bytes")]
    public async Task Settings_that_would_give_people_away_are_refused(string address, string secret, string said)
    {
        await using var other = await ConnectedCouncil.OpenAsync(("Webhook:Address", address), ("Webhook:Secret", secret));

        var refused = Record.Exception(() => other.Options<CaseBridge.Webhook.WebhookOptions>());
        Assert.Contains(said, Assert.IsType<OptionsValidationException>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_case_systems_at_once_are_refused_in_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => ConnectedCouncil.OpenAsync(("Webhook:Address", receiver.Address.ToString()), ("Webhook:Secret", Secret), ("Drop:Folder", "somewhere")));

        Assert.Contains("one case system", refused.Message, StringComparison.Ordinal);
    }
}
