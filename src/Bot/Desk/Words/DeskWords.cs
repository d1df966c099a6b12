using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Words;

/// <summary>What officers are given to work with: the folder <c>content/desk</c>.</summary>
/// <param name="Replies">Ready answers.</param>
/// <param name="Outcomes">How a matter can end.</param>
public sealed record DeskWords(ImmutableArray<ReadyReply> Replies, ImmutableArray<EventOutcome> Outcomes)
{
    /// <summary>What the council wants to reach.</summary>
    public DeskTargets Targets { get; init; } = DeskTargets.None;

    /// <summary>What supervisors look at in a review.</summary>
    public ImmutableArray<ReviewItem> Checklist { get; init; } = [];

    /// <summary>The label of an outcome; its code when it isn't known any more.</summary>
    public string LabelOf(string outcome) => Outcomes.FirstOrDefault(known => known.Code == outcome)?.Label ?? outcome;

    /// <summary>What the rows of the Client Level Data say of a conversation.</summary>
    public Returns.ReturnRules Returns { get; init; } = Desk.Returns.ReturnRules.None;
}

/// <summary>A ready answer.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Title">What officers look for.</param>
/// <param name="Text">What is inserted; names in braces are filled in.</param>
public sealed record ReadyReply(string Id, string Title, string Text);

/// <summary>An event outcome of the Adult Social Care Client Level Data, release 2.</summary>
/// <param name="Code">Its number there.</param>
/// <param name="Label">Its words there.</param>
/// <param name="Suggest">When it is offered first: <c>referral</c>, <c>advice</c>, <c>self_funder</c>, <c>declined</c> or empty.</param>
public sealed record EventOutcome(string Code, string Label, string Suggest)
{
    /// <summary>Only a worker can say so: without one it is proposed.</summary>
    public bool NeedsWorker { get; init; } = true;
}
