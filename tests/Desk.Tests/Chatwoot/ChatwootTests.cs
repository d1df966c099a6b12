using System.Net;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Chatwoot;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Watch;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Chatwoot;

/// <summary>Officers who work in Chatwoot take conversations there.</summary>
public sealed class ChatwootTests
{
    [Fact]
    public async Task Who_asks_for_a_person_is_in_Chatwoot_with_all_that_was_said_before()
    {
        await using var scene = await ChatwootScene.OpenAsync();
        await scene.SayAsync("my dad can't manage the stairs any more");
        await scene.SayAsync("can I talk to a person please");
        await scene.DeliverAsync();

        Assert.Equal(["can I talk to a person please"], scene.Chatwoot.Incoming);
        var context = Assert.Single(scene.Chatwoot.Notes);
        Assert.Contains("my dad can't manage the stairs any more", context, StringComparison.Ordinal);
        Assert.Contains("Promised by", context, StringComparison.Ordinal);
        Assert.Equal("open", (string?)scene.Chatwoot.Conversation["status"]);
    }

    [Fact]
    public async Task Who_needs_nobody_is_never_told_to_another_desk()
    {
        await using var scene = await ChatwootScene.OpenAsync();
        await scene.SayAsync("hot meals in Ely");
        await scene.Council.Cases.DeliverDueAsync(CancellationToken.None);

        Assert.Equal(0, scene.Chatwoot.Contacts);
    }

    [Fact]
    public async Task An_agent_answers_as_a_person_with_a_name_and_the_resident_is_heard_there()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        await scene.SayAsync("He fell twice last week");
        await scene.DeliverAsync();

        var seen = await scene.SeenAsync();
        Assert.Contains(seen, line => line.Contains("You are now talking to Priya Singh", StringComparison.Ordinal));
        Assert.Contains("Priya Singh: Good morning, I have read it", seen);
        Assert.Equal(["can I talk to a person please", "He fell twice last week"], scene.Chatwoot.Incoming);
        Assert.DoesNotContain(scene.Chatwoot.Notes, note => note.Contains("Priya Singh: Good morning", StringComparison.Ordinal));
        Assert.Equal(Floor.Officer, (await scene.NowAsync()).Floor);
    }

    [Fact]
    public async Task Resolved_gives_the_conversation_back_to_the_assistant()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        var resolved = scene.Chatwoot.AgentResolves();
        await scene.HearAsync(resolved);
        await scene.HearAsync(resolved);
        await scene.DeliverAsync();
        await scene.SayAsync("hot meals in Ely");

        var now = await scene.NowAsync();
        Assert.Equal((Floor.Bot, null), (now.Floor, now.Handover));
        Assert.Single(await scene.SeenAsync(), line => line.Contains("Priya Singh has left the conversation", StringComparison.Ordinal));
        Assert.DoesNotContain("hot meals in Ely", scene.Chatwoot.Incoming);
    }

    [Fact]
    public async Task Resolved_without_a_word_leaves_the_resident_in_the_queue()
    {
        await using var scene = await ChatwootScene.OpenAsync();
        await scene.SayAsync("can I talk to a person please");
        await scene.DeliverAsync();
        await scene.HearAsync(scene.Chatwoot.AgentResolves());

        Assert.Equal(Floor.Waiting, (await scene.NowAsync()).Floor);
    }

    [Fact]
    public async Task Who_asks_again_later_has_the_same_conversation_there_open_again()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        await scene.HearAsync(scene.Chatwoot.AgentResolves());
        await scene.DeliverAsync();
        await scene.SayAsync("hot meals in Ely");
        await scene.SayAsync("I want to talk to a person again");
        await scene.DeliverAsync();

        Assert.Equal("open", (string?)scene.Chatwoot.Conversation["status"]);
        Assert.Equal("I want to talk to a person again", scene.Chatwoot.Incoming[^1]);
        Assert.Contains("hot meals in Ely", scene.Chatwoot.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_said_to_an_agent_is_still_met_by_the_assistant_and_comes_first_there()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        var replies = (await scene.SayAsync("he has collapsed and he is not breathing"))!.Replies;
        await scene.DeliverAsync(() => (string?)scene.Chatwoot.Conversation["priority"] == "urgent");

        Assert.Contains(replies, reply => reply.Text.Contains("999", StringComparison.Ordinal) || reply.Numbers.Any(number => number.Number == "999"));
        Assert.Contains(scene.Chatwoot.Notes, note => note.StartsWith("Assistant: ", StringComparison.Ordinal) && note.Contains("999", StringComparison.Ordinal));
        Assert.Equal("he has collapsed and he is not breathing", scene.Chatwoot.Incoming[^1]);
    }

    [Fact]
    public async Task While_Chatwoot_is_away_nothing_is_lost_and_afterwards_nothing_is_doubled()
    {
        await using var scene = await ChatwootScene.OpenAsync();
        scene.Chatwoot.Fail([.. Enumerable.Repeat("503", 4)]);
        await scene.SayAsync("can I talk to a person please");
        await scene.SayAsync("are you there?");
        await scene.Council.Service<DeskWatch>().LookAsync(CancellationToken.None);
        Assert.Contains(scene.Id, scene.Council.Service<QueueBoard>().Now.Entries.Select(entry => entry.ConversationId));
        await scene.DeliverAsync();

        Assert.Equal(["are you there?"], scene.Chatwoot.Incoming);
        Assert.Contains("can I talk to a person please", Assert.Single(scene.Chatwoot.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task An_answer_that_is_lost_on_its_way_doubles_nothing(int request)
    {
        await using var scene = await ChatwootScene.OpenAsync();
        scene.Chatwoot.Fail([.. Enumerable.Repeat("pass", request - 1), "cut"]);
        await scene.SayAsync("can I talk to a person please");
        await scene.DeliverAsync();
        Assert.Equal(1, scene.Chatwoot.Contacts);
        Assert.NotNull(scene.Chatwoot.Conversation);
        Assert.Equal(["can I talk to a person please"], scene.Chatwoot.Incoming);
        Assert.Single(scene.Chatwoot.Notes);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_told_to_staff_and_the_words_wait()
    {
        await using var chatwoot = await FakeChatwoot.StartAsync();
        await using var council = await RunningCouncil.StartAsync([.. chatwoot.Settings.Where(setting => !setting.Name.EndsWith("AccessToken", StringComparison.Ordinal)), ("Handoff:Chatwoot:AccessToken", "wrong")]);
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;
        await council.Runner.RunAsync(new IncomingMessage(id, "1", "web", "can I talk to a person please", council.Clock.GetUtcNow()), CancellationToken.None);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var stuck = await council.Cases.StuckWorkAsync(patience.Token);
        while (stuck.IsEmpty)
        {
            await council.Cases.DeliverDueAsync(patience.Token);
            await Task.Delay(20, patience.Token);
            stuck = await council.Cases.StuckWorkAsync(patience.Token);
        }

        Assert.Contains("Handoff__Chatwoot__AccessToken", Assert.Single(stuck).Reason, StringComparison.Ordinal);
        Assert.False(stuck[0].IsDead);
    }

    [Fact]
    public async Task A_conversation_that_was_deleted_there_is_begun_again_with_all_of_it()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        await scene.DeliverAsync();
        scene.Chatwoot.DeleteConversations();
        await scene.SayAsync("hello?");
        await scene.DeliverAsync();
        Assert.Equal(["hello?"], scene.Chatwoot.Incoming);
        Assert.Contains("can I talk to a person please", Assert.Single(scene.Chatwoot.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_comes_twice_or_late_says_it_once()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        var said = scene.Chatwoot.AgentSays("Which stairs are they?");
        await scene.HearAsync(said);
        await scene.HearAsync(said);
        await scene.HearAsync(scene.Chatwoot.AgentResolves());
        await scene.HearAsync(said);

        Assert.Single(await scene.SeenAsync(), line => line.EndsWith("Which stairs are they?", StringComparison.Ordinal));
        Assert.Equal(Floor.Bot, (await scene.NowAsync()).Floor);
    }

    [Fact]
    public async Task Notes_of_agents_and_words_of_robots_are_never_shown_to_the_resident()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        var before = await scene.SeenAsync();
        await scene.HearAsync(scene.Chatwoot.AgentSays("he sounds confused", isPrivate: true));
        await scene.HearAsync(scene.Chatwoot.AgentSays("I am a robot", type: "agent_bot"));

        Assert.Equal(before, await scene.SeenAsync());
    }

    [Fact]
    public async Task A_colleague_there_takes_over_and_the_resident_is_told()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        await scene.HearAsync(scene.Chatwoot.AgentSays("I know about ramps", agent: 4, name: "Tom Okafor"));

        var seen = await scene.SeenAsync();
        Assert.Contains(seen, line => line.Contains("You are now talking to Tom Okafor", StringComparison.Ordinal));
        Assert.Equal("Tom Okafor: I know about ramps", seen[^1]);
    }

    [Fact]
    public async Task Whoever_has_it_at_the_built_in_desk_is_not_spoken_over_and_the_agent_sees_a_failure()
    {
        await using var scene = await ChatwootScene.OpenAsync();
        await scene.SayAsync("can I talk to a person please");
        await scene.DeliverAsync();
        using var kate = await OfficerBrowser.SignInAsync(scene.Council, "Kate Hill", DeskRole.Officer);
        using var accepted = await kate.PostAsync($"/desk/conversations/{scene.Id}/accept");
        using var said = await kate.PostAsync($"/desk/conversations/{scene.Id}/say", ("text", "This is Kate"), ("key", "k1"));

        Assert.Equal(HttpStatusCode.Conflict, await scene.HearAsync(scene.Chatwoot.AgentSays("This is Priya")));
        await scene.DeliverAsync();
        Assert.DoesNotContain(await scene.SeenAsync(), line => line.Contains("This is Priya", StringComparison.Ordinal));
        Assert.Contains("Kate Hill: This is Kate", scene.Chatwoot.Notes);
    }

    [Fact]
    public async Task An_agent_there_has_no_page_of_ours_open_and_is_not_taken_for_gone()
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        scene.Council.Skip(TimeSpan.FromHours(3));
        await scene.Council.Service<DeskWatch>().LookAsync(CancellationToken.None);

        Assert.Equal(Floor.Officer, (await scene.NowAsync()).Floor);
    }

    [Theory]
    [InlineData("another-secret-altogether", 0)]
    [InlineData(FakeChatwoot.Secret, 3600)]
    public async Task A_webhook_that_is_forged_or_old_is_refused(string secret, int age)
    {
        await using var scene = await ChatwootScene.WithAgentAsync();
        var before = await scene.SeenAsync();
        using var forged = FakeChatwoot.Webhook(scene.Chatwoot.AgentSays("Give me your card number"), scene.Council.Clock.GetUtcNow() - TimeSpan.FromSeconds(age), secret);
        using var answer = await scene.Council.Http.SendAsync(forged);
        using var bare = await scene.Council.Http.PostAsync(new Uri("/chatwoot/webhook", UriKind.Relative), new StringContent("{}"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (answer.StatusCode, bare.StatusCode));
        Assert.Equal(before, await scene.SeenAsync());
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_door()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var answer = await council.Http.PostAsync(new Uri("/chatwoot/webhook", UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://chatwoot.example.gov.uk", 7, "i", "t", FakeChatwoot.Secret, "https")]
    [InlineData("https://chatwoot.example.gov.uk", 0, "i", "t", FakeChatwoot.Secret, "AccountId")]
    [InlineData("https://chatwoot.example.gov.uk", 7, "", "t", FakeChatwoot.Secret, "InboxIdentifier")]
    [InlineData("https://chatwoot.example.gov.uk", 7, "i", "", FakeChatwoot.Secret, "AccessToken")]
    [InlineData("https://chatwoot.example.gov.uk", 7, "i", "t", "short", "WebhookSecret")]
    [InlineData("", 7, "i", "t", FakeChatwoot.Secret, "Address")]
    public void Settings_that_can_not_work_are_named_in_a_sentence(string address, int account, string inbox, string token, string secret, string named) =>
        Assert.Contains(named, new ChatwootOptions { Address = address, AccountId = account, InboxIdentifier = inbox, AccessToken = token, WebhookSecret = secret }.Problem(), StringComparison.Ordinal);
}
