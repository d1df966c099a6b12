using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Words;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>Where an officer writes and acts. Everything is a form of its own, so that it works without the script.</summary>
/// <param name="Content">Skills, outcomes, ready answers.</param>
/// <param name="Id">The conversation.</param>
/// <param name="Token">The hidden field of every post.</param>
/// <param name="Officer">Who writes.</param>
internal sealed record ComposerHtml(BotContent Content, string Id, string Token, Officer Officer)
{
    /// <summary>For who has the floor.</summary>
    /// <param name="draft">Words that stand in the box already.</param>
    /// <param name="suggested">Code of the outcome that is offered first.</param>
    /// <param name="callAt">When a call could be, London time.</param>
    /// <param name="booking">Where an appointment is offered or booked.</param>
    public string Mine(string draft, ImmutableArray<StaffMember> colleagues, string suggested, DateTimeOffset callAt, string booking, bool isOpen) => $"""
        <form id="say" method="post" action="{Path("say")}" data-ready>{Token}{Key()}
        <label class="govuk-visually-hidden" for="message">Reply</label>
        <textarea id="message" name="text" rows="2" maxlength="10000" autocomplete="off" placeholder="Reply. / for ready answers, Ctrl+K to search services">{Encode(draft)}</textarea>
        <div id="ready" class="ready" role="listbox" aria-label="Ready answers" tabindex="0" hidden>{string.Concat(Content.Desk.Replies.Select(reply => Ready(reply, isOpen)))}</div></form>
        <div class="acts"><button class="govuk-button" form="say" name="do" value="say">Send<kbd>Enter</kbd></button><button class="govuk-button govuk-button--secondary" form="say" formaction="{Path("whisper")}" data-key="w">Whisper note<kbd>Alt+W</kbd></button>
        <button class="govuk-button govuk-button--secondary" form="say" formaction="{Path("give-back")}" data-key="b">Give back<kbd>Alt+B</kbd></button>{Transfer(colleagues)}{Call(callAt)}{booking}{WrapUp(suggested)}{ReadyWithoutScript(isOpen)}<p id="state" class="state" role="status"></p></div>
        """;

    /// <summary>For a conversation that waits, or is with the assistant.</summary>
    public string Open(Seat seat) => $"""
        <form id="say" method="post" action="{Path("accept")}">{Token}{Key()}<p class="govuk-body">{(seat == Seat.Waiting ? "A person is wanted here." : "The assistant has this conversation. You can step in.")} Nobody answers twice: the first officer to accept has it.</p>
        <div class="acts"><button class="govuk-button" data-key="a">{(seat == Seat.Waiting ? "Accept" : "Step in")}<kbd>Alt+A</kbd></button></div><p id="state" class="state" role="status"></p></form>{Note()}
        """;

    /// <summary>For a conversation of a colleague.</summary>
    /// <param name="handover">Who has it.</param>
    /// <param name="mayStepIn">Whoever looks may take it over.</param>
    public string Colleague(Handover handover, bool mayStepIn) => $"""
        <p class="govuk-body held"><strong>{Encode(handover.Officer!.Name)}</strong> has this conversation since {DeskPage.Clock(handover.JoinedAt!.Value)}.</p>{(mayStepIn ? Post("step-in", "<button class=\"govuk-button govuk-button--warning\">Step in: I take it over</button>") : "")}{Note()}
        """;

    private string Note() => $"""
        <form class="note-form" method="post" action="{Path("whisper")}">{Token}{Key()}<label class="govuk-label" for="note">Note for colleagues. The resident never sees it.</label>
        <textarea class="govuk-textarea" id="note" name="text" rows="2" maxlength="4000"></textarea><button class="govuk-button govuk-button--secondary">Keep the note</button></form>
        """;

    private string Transfer(ImmutableArray<StaffMember> colleagues) => Part("transfer", "Transfer", "t", $"""
        <label class="govuk-label" for="to">Pass it on to</label><select class="govuk-select" id="to" name="to">{string.Concat(Content.Council.Desk.Skills.Select(skill => $"<option value=\"skill:{Encode(skill.Id)}\">{Encode(skill.Name)}</option>"))}{string.Concat(colleagues.Select(colleague => $"<option value=\"officer:{Encode(colleague.Officer.Id)}\">{Encode(colleague.Officer.Name)}{(colleague.IsThere ? "" : ", not at the desk")}</option>"))}</select>
        <label class="govuk-label" for="transfer-note">What they should know</label><textarea class="govuk-textarea" id="transfer-note" name="text" rows="2" maxlength="4000" required></textarea><button class="govuk-button">Pass on</button>
        """);

    private string Call(DateTimeOffset at) => Part("call", "Ring back at…", "r", $"""
        <label class="govuk-label" for="at">Day and time, between {Content.Council.OpensAt:HH:mm} and {Content.Council.ClosesAt:HH:mm}</label><input class="govuk-input" type="datetime-local" id="at" name="at" step="900" required value="{at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)}">
        <label class="govuk-label" for="call-note">Note for whoever rings</label><textarea class="govuk-textarea" id="call-note" name="text" rows="2" maxlength="4000"></textarea><button class="govuk-button">Promise the call</button>
        """);

    private string WrapUp(string suggested) => Part("wrap-up", "Wrap up", "u", $"""
        <label class="govuk-label" for="outcome">How it ended</label><select class="govuk-select" id="outcome" name="outcome">{string.Concat(Content.Desk.Outcomes.Select(outcome => $"<option value=\"{Encode(outcome.Code)}\"{(outcome.Code == suggested ? " selected" : "")}>{Encode(outcome.Label)}</option>"))}</select>
        <label class="govuk-label" for="wrap-note">Note for colleagues</label><textarea class="govuk-textarea" id="wrap-note" name="text" rows="2" maxlength="4000"></textarea><button class="govuk-button">Wrap up</button>
        """);

    /// <summary>A form of its own.</summary>
    public string Post(string action, string fields) => $"<form method=\"post\" action=\"{Path(action)}\">{Token}{Key()}{fields}</form>";

    private string Part(string action, string title, string key, string fields) =>
        $"<details class=\"act\" name=\"act\" data-key=\"{key}\"><summary>{title}<kbd>Alt+{key.ToUpperInvariant()}</kbd></summary>{Post(action, fields)}</details>";

    private string ReadyWithoutScript(bool isOpen) =>
        $"<details class=\"act without-script\"><summary>Ready answers</summary><ul>{string.Concat(Content.Desk.Replies.Select(reply => $"<li><a class=\"govuk-link\" href=\"/desk/conversations/{Id}?ready={Uri.EscapeDataString(reply.Id)}#message\">{Encode(reply.Title)}</a><br><small>{Encode(ReadyText.Of(reply, Content.Council, Officer, isOpen))}</small></li>"))}</ul></details>";

    private string Ready(ReadyReply reply, bool isOpen)
    {
        var text = ReadyText.Of(reply, Content.Council, Officer, isOpen);
        return $"<div role=\"option\" id=\"ready-{Encode(reply.Id)}\" data-text=\"{Encode(text)}\" aria-selected=\"false\"><strong>{Encode(reply.Title)}</strong> <span>{Encode(text)}</span></div>";
    }

    private static string Key() => $"<input type=\"hidden\" name=\"key\" value=\"{ConversationId.New()}\">";

    private string Path(string action) => $"/desk/conversations/{Id}/{action}";

    private static string Encode(string text) => DeskPage.Encode(text);
}
