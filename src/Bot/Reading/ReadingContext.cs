using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading;

/// <summary>What a message is read against.</summary>
public sealed record ReadingContext
{
    /// <summary>The question that is open; null when none is.</summary>
    public Question? OpenQuestion { get; init; }

    /// <summary>The yes-or-no offer on the table; null when none is.</summary>
    public string? OpenOffer { get; init; }

    /// <summary>All forms, to find which answer "change my date of birth" means.</summary>
    public ImmutableArray<Form> Forms { get; init; } = [];

    /// <summary>Today in London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "web";
}
