using System.Collections.Immutable;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Replies;

/// <summary>One thing that the assistant says, whatever the channel. A channel shows what it can of it.</summary>
public sealed record Reply
{
    /// <summary>The words: paragraphs parted by a blank line; <c>**strong**</c> and <c>[text](address)</c> are the only markup.</summary>
    public required string Text { get; init; }

    /// <summary>A version for a text message; empty: <see cref="Text"/> without markup.</summary>
    public string Short { get; init; } = "";

    /// <summary>A version to be spoken; empty: <see cref="Text"/> without markup.</summary>
    public string Spoken { get; init; } = "";

    /// <summary>How it is shown.</summary>
    public ReplyStyle Style { get; init; } = ReplyStyle.Plain;

    /// <summary>Services, as cards.</summary>
    public ImmutableArray<ServiceHit> Services { get; init; } = [];

    /// <summary>Sources named under the words.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Numbers to ring or text, as large buttons, first in the reply.</summary>
    public ImmutableArray<HelpNumber> Numbers { get; init; } = [];

    /// <summary>Buttons: each sends its value as if typed. Shown only under the last reply of a turn.</summary>
    public ImmutableArray<SuggestedAction> Actions { get; init; } = [];

    /// <summary>Rows of a table or summary: label, value, and the question to change (empty if it can't be).</summary>
    public ImmutableArray<SummaryRow> Rows { get; init; } = [];

    /// <summary>Unfolding detail under the words, for instance how a budget was worked out.</summary>
    public ImmutableArray<Detail> Details { get; init; } = [];

    /// <summary>The question this asks; null when it asks none of a form.</summary>
    public string? Asks { get; init; }

    /// <summary>Id of the stream in which drafts of it were shown while it was worded; null when there were none.</summary>
    public string? Stream { get; init; }

    /// <summary>Id of the guide that it answers from; null when it answers from none.</summary>
    public string? Guide { get; init; }

    /// <summary>Id of the phrase in <c>content/replies</c> that it was made from, for tests and counting; empty if none.</summary>
    public string Phrase { get; init; } = "";
}

/// <summary>How a reply is shown.</summary>
public enum ReplyStyle
{
    /// <summary>An ordinary bubble.</summary>
    Plain,

    /// <summary>Help in danger: numbers first and alone.</summary>
    Danger,

    /// <summary>A question of a form.</summary>
    Question,

    /// <summary>Check your answers.</summary>
    Summary,

    /// <summary>An indicative budget.</summary>
    Estimate,

    /// <summary>Sent, with a reference in large type.</summary>
    Sent,
}

/// <summary>A number to ring or text. <paramref name="Dial"/> holds digits for <c>tel:</c>.</summary>
public sealed record HelpNumber(string Label, string Number, string Dial, string Note, bool IsText = false);

/// <summary>A button.</summary>
public sealed record SuggestedAction(string Label, string Value);

/// <summary>A row of a summary.</summary>
/// <param name="Group">Heading it stands under.</param>
/// <param name="Label">"Date of birth".</param>
/// <param name="Value">"4 May 1938".</param>
/// <param name="ChangeQuestion">Question id to change it; empty if it can't be changed.</param>
/// <param name="WasVolunteered">Said before it was asked.</param>
public sealed record SummaryRow(string Group, string Label, string Value, string ChangeQuestion, bool WasVolunteered);

/// <summary>A heading that unfolds to lines, or to a passage in Markdown.</summary>
public sealed record Detail(string Title, ImmutableArray<string> Lines, string Markdown = "");
