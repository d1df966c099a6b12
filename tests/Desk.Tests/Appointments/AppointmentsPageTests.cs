using System.Net;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Appointments;

/// <summary>The calendars at the desk.</summary>
public sealed class AppointmentsPageTests
{
    [Fact]
    public async Task An_officer_books_sees_saves_and_cancels_and_the_resident_is_told()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        var id = (await council.Runner.StartAsync("web", default)).Id;
        using var accepted = await priya.PostAsync($"/desk/conversations/{id}/accept");
        var page = await priya.ReadAsync($"/desk/conversations/{id}");
        var slot = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("#slot option")!.GetAttribute("value")!;

        using var booked = await priya.PostAsync($"/desk/conversations/{id}/book", ("slot", slot), ("key", "book"));
        using var again = await priya.PostAsync($"/desk/conversations/{id}/book", ("slot", slot), ("key", "again"));
        using var third = await priya.PostAsync($"/desk/conversations/{id}/book", ("slot", slot), ("key", "third"));
        var list = await priya.ReadAsync("/desk/appointments");

        Assert.Equal(HttpStatusCode.SeeOther, booked.StatusCode);
        Assert.EndsWith("said=too-late", third.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("a call back", list, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:a call back", await priya.ReadAsync("/desk/calendars/first_contact/export.ics"), StringComparison.Ordinal);

        var appointment = (await council.Store.FindAsync(id, default))!.Appointments[0];
        using var cancelled = await priya.PostAsync($"/desk/appointments/{id}/{appointment.Id}/cancel");
        Assert.Contains((await council.Store.ReadLogAsync(id, 0, default)), entry => entry.Reply is { Phrase: "appointment.cancelled.by_officer" });
        using var twice = await priya.PostAsync($"/desk/appointments/{id}/{appointment.Id}/cancel");
        Assert.EndsWith("said=cancelled", cancelled.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_saves_their_own_appointment_and_nobody_elses()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(council.Address) };
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)));
        var token = page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        foreach (var words in new[] { "can somebody ring me back please", "the first one" })
        {
            using var sent = await browser.PostAsync(new Uri("/chat", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("text", words), new("key", ConversationId.New())]));
        }

        var after = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)));
        var link = after.QuerySelector("#aside a[href$='.ics']")!.GetAttribute("href")!;

        Assert.Contains("BEGIN:VEVENT", await browser.GetStringAsync(new Uri(link, UriKind.Relative)), StringComparison.Ordinal);
        using var stranger = await council.Http.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }
}
