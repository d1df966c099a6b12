using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.CarryingOn;
using TransformingLives.Channels.Tests.Connector;
using TransformingLives.Channels.Tests.DirectLine;
using TransformingLives.Channels.Tests.Notify;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>One person who comes by every way there is, and tells all of themselves each time.</summary>
internal sealed partial class EveryChannel(RunningCouncil council, FakeBotService bots, FakeNotify notify)
{
    private static readonly TestResident Answers = MrAndMrsJones.ToTheEnd.But(
        ("network", $"Our daughter Zephyriné, at {CanaryPerson.Street}"), ("strengths", CanaryPerson.Says("I still do the garden.")), ("contact_phone", CanaryPerson.Phone),
        ("person_name", CanaryPerson.Name), ("contact_name", CanaryPerson.Name), ("contact_when", $"not before ten, {CanaryPerson.Illness} is bad then"));

    private readonly SignedCaller phone = new(council);

    /// <summary>From the page by a code to texts, by a code to a call, to a referral with an estimate.</summary>
    public async Task<Referral> ToAReferralAsync()
    {
        using var browser = new WebResident(council);
        await browser.SayAsync(MrAndMrsJones.Opening.Replace("Margaret", "Zephyriné", StringComparison.Ordinal));
        await phone.TextAsync(await browser.CodeAsync());
        var id = Assert.Single(await ConversationsAsync());
        await TalkAsync(id, Answers.But(("arrange", "")), phone.TextAsync);

        var toRing = await phone.TextAsync("PHONE");
        await phone.RingAsync();
        await phone.KeyAsync(Code().Match(toRing).Value.Replace(" ", "", StringComparison.Ordinal));
        await phone.SayAsync("check my answers", "0.1");
        await phone.KeyAsync("1");
        await TalkAsync(id, Answers, words => phone.SayAsync(words));
        await UntilAsync(async () => (await council.Cases.ReferralsAsync(10, default)).Any(one => one.Referral.ConversationId == id && one.Referral.Answers.Any(answer => answer.QuestionId == "person_date_of_birth")), "There is no referral.");
        return (await council.Cases.ReferralsAsync(10, default)).First(one => one.Referral.ConversationId == id).Referral;
    }

    /// <summary>By Direct Line, with a letter that has their name in it and on it, and a danger.</summary>
    public async Task ByDirectLineAsync()
    {
        var calls = new DirectLineCalls(council);
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", Door.DirectLineSecret, new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_quollworthy", ["name"] = CanaryPerson.Name } }.ToJsonString());
        var (conversation, token) = ((string)made["conversationId"]!, (string)made["token"]!);
        await calls.CallAsync(HttpMethod.Post, "/conversations", token);
        await calls.PostAsync(conversation, token, new JsonObject { ["type"] = "message", ["text"] = CanaryPerson.Says("He has collapsed and is not breathing."), ["from"] = new JsonObject { ["id"] = "dl_quollworthy", ["name"] = CanaryPerson.Name } }.ToJsonString());

        using var form = new MultipartFormDataContent { { new StringContent(new JsonObject { ["type"] = "message", ["text"] = CanaryPerson.Says("My letter.") }.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% {CanaryPerson.Says("")}")), "file", CanaryPerson.FileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload?userId=dl_quollworthy") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await council.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // Words that break off in the middle, and words to a conversation that isn't there.
        Assert.Equal(HttpStatusCode.BadRequest, (await calls.PostAsync(conversation, token, $$"""{"type":"message","text":"{{CanaryPerson.Says("")}}""")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await calls.PostAsync("Quollworthy", token, $$"""{"type":"message","text":"{{CanaryPerson.Says("")}}"}""")).Status);
    }

    /// <summary>By a Bot Framework channel that doesn't take the first answer.</summary>
    public async Task ByConnectorAsync()
    {
        bots.Fail(400);
        var message = bots.Message(CanaryPerson.Says("hot meals in Ely."), conversation: "19:quollworthy@thread");
        message["from"] = new JsonObject { ["id"] = "29:quollworthy", ["name"] = CanaryPerson.Name };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bots.Token(council.Clock.GetUtcNow()));
        using var answer = await council.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await UntilAsync(() => Task.FromResult(!bots.Replies.IsEmpty), "The channel was never answered.");
    }

    /// <summary>By GOV.UK Notify, which doesn't take the first answer.</summary>
    public async Task ByNotifyAsync()
    {
        notify.Fail("400");
        foreach (var (id, words) in new[] { ("received-1", "hot meals in Ely."), ("received-2", "What happens next?") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/notify/received")
            {
                Content = new StringContent(new JsonObject { ["id"] = id, ["source_number"] = CanaryPerson.Number[1..], ["destination_number"] = "07700900111", ["message"] = CanaryPerson.Says(words), ["date_received"] = "2026-11-23T10:00:00.000000Z" }.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FakeNotify.Callback);
            using var answer = await council.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        await UntilAsync(() => Task.FromResult(!notify.Sent.IsEmpty), "No text was sent.");
    }

    /// <summary>A call that is hardly heard is read back: what was heard goes round by way of Twilio. Every door has broken bodies with their words, and their words where none belong.</summary>
    public async Task AtTheWrongDoorsAsync()
    {
        var visitor = await Visitor.ComeAsync(council.Http, default);
        foreach (var door in Door.All(() => visitor))
        {
            foreach (var body in new[] { door.Good[0].Replace("hot", "Quollworthy", StringComparison.Ordinal), CanaryPerson.Says("\r\nfail: 1002"), $$"""{"{{CanaryPerson.Says("")}}":""" })
            {
                using var request = door.Make(Encoding.UTF8.GetBytes(body));
                request.Headers.TryAddWithoutValidation("User-Agent", "Quollworthy");
                using var answer = await council.Http.SendAsync(request);
            }
        }

        foreach (var path in new[] { "/quollworthy", "/chat?text=Quollworthy", "/v3/directline/conversations/quollworthy/stream?t=Quollworthy", "/api/services?text=Quollworthy", $"/progress?name={Uri.EscapeDataString(CanaryPerson.Name)}" })
        {
            using var answer = await council.Http.GetAsync(path);
        }
    }

    /// <summary>While nothing can be stored.</summary>
    public async Task WhileTheDiskIsFullAsync()
    {
        using var browser = new WebResident(council);
        await browser.SayAsync(CanaryPerson.Says("hot meals in Ely."));
        var refused = false;
        for (var times = 0; times < 50 && !refused; times++)
        {
            try
            {
                await council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command("PRAGMA query_only = ON").ExecuteNonQueryAsync(token));
            }
            catch (StorageUnavailableException)
            {
                // What was stored in the same group has met it: it is in force, unless the connection was let go of for that.
            }

            refused = await Record.ExceptionAsync(() => browser.SayAsync(CanaryPerson.Says("Are you there?"))) is HttpRequestException;
        }

        Assert.True(refused);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await browser.SayAsync(CanaryPerson.Says("Are you there now?"));
    }

    /// <summary>Asks by text for a person.</summary>
    public Task WantsAPersonAsync() => phone.TextAsync("can I talk to a person please");

    /// <summary>The numbers of all conversations.</summary>
    public Task<System.Collections.Immutable.ImmutableArray<string>> ConversationsAsync() => council.Service<StorageConnections>().QueryAsync("SELECT id FROM conversations ORDER BY started_at, id", row => row.GetString(0), default);

    /// <summary>Lets the loops beside us do their work, on a clock that is turned meanwhile.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, string otherwise)
    {
        for (var times = 0; times < 800; times++)
        {
            if (await isSo())
            {
                return;
            }

            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        throw new TimeoutException(otherwise);
    }

    private async Task TalkAsync(string id, TestResident resident, Func<string, Task<string>> say)
    {
        for (var turns = 0; turns < 60 && resident.AnswerTo((await council.Store.FindAsync(id, default))!) is { Length: > 0 } words; turns++)
        {
            await say(words);
        }
    }

    [GeneratedRegex(@"\d{4} ?\d{4}(?!\d)")]
    private static partial Regex Code();
}
