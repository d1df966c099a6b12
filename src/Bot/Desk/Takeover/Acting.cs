using Microsoft.Extensions.Primitives;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>Something that an officer posts about a conversation: by a form, or by the script of the page.</summary>
internal sealed class Acting
{
    private const int LongestKey = 64;
    private readonly HttpContext http;
    private readonly IFormCollection form;

    private Acting(HttpContext http, IFormCollection form, string id)
    {
        this.http = http;
        this.form = form;
        ConversationId = id;
    }

    public string ConversationId { get; }

    public Officer Officer => http.Officer();

    /// <summary>The words, without space around them.</summary>
    public string Text => this["text"];

    public string this[string field] => form.TryGetValue(field, out StringValues value) ? value.ToString().Trim() : "";

    // A post of the script: the page stays, and what happened comes by the socket.
    private bool IsLive => http.Request.Headers["X-Live"] == "1";

    public static async Task<Acting> ReadAsync(HttpContext http, string id) => new(http, await http.Request.ReadFormAsync(http.RequestAborted), id);

    /// <summary>Runs the event, and tells the officer how it went.</summary>
    /// <param name="leaves">Where the officer goes afterwards; null to stay in the conversation.</param>
    public async Task<IResult> RunAsync(TurnRunner runner, TimeProvider clock, ConversationEvent what, string? leaves = null)
    {
        var key = this["key"] is { Length: > 0 and <= LongestKey } given ? given : Conversations.ConversationId.New();
        return await runner.RunAsync(new IncomingEvent(ConversationId, $"desk:{key}", what, clock.GetUtcNow()), http.RequestAborted) switch
        {
            EventResult.Done when IsLive && leaves is null => Results.NoContent(),
            EventResult.Done => Go(leaves ?? Here("")),
            EventResult.Refused { HeldBy: { } holder } when holder.Id == Officer.Id => Refuse("too-late", StatusCodes.Status409Conflict),
            EventResult.Refused => Refuse("lost", StatusCodes.Status409Conflict),
            _ => Results.NotFound(),
        };
    }

    /// <summary>Nothing was done, and the page says why.</summary>
    public IResult Refuse(string why, int status = StatusCodes.Status400BadRequest) => IsLive ? Results.StatusCode(status) : Go(Here(why));

    private string Here(string said) => $"/desk/conversations/{ConversationId}{(said.Length > 0 ? $"?said={said}" : "")}";

    private IResult Go(string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
