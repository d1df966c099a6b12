using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>What was counted for a period.</summary>
/// <param name="Period">The time.</param>
/// <param name="Conversations">Conversations that began in it and in which a resident said something.</param>
/// <param name="Endings">How their turns ended.</param>
/// <param name="Topics">In how many of them each topic was talked about.</param>
internal sealed record DeskFigures(FiguresPeriod Period, ImmutableArray<CountedConversation> Conversations, ImmutableDictionary<string, int> Endings, ImmutableDictionary<string, int> Topics)
{
    /// <summary>How long people waited whom an officer took in the period.</summary>
    public ImmutableArray<(TimeSpan Waited, bool IsDanger)> Waits { get; init; } = [];

    /// <summary>Outcomes by which officers closed matters in the period, by code.</summary>
    public ImmutableDictionary<string, int> WrapUps { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Referrals agreed in the period.</summary>
    public ImmutableArray<CountedReferral> Referrals { get; init; } = [];

    /// <summary>Whether first contact was enough, of conversations that began four weeks before the period.</summary>
    public FirstContact FirstContact { get; init; } = new(0, 0);

    /// <summary>Votes of the period that an answer helped.</summary>
    public int Helped { get; init; }

    /// <summary>Votes of the period that it did not.</summary>
    public int NotHelped { get; init; }

    /// <summary>Conversations that are quiet with a question open, by its id.</summary>
    public ImmutableDictionary<string, int> Stopped { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>In how many conversations each form was begun, finished ones too, by its id.</summary>
    public ImmutableDictionary<string, int> Begun { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>In how many it was finished.</summary>
    public ImmutableDictionary<string, int> Finished { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Conversations by patch, where the person said where they live.</summary>
    public ImmutableDictionary<string, int> Patches { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Appointments booked in the period, by kind and what became of them.</summary>
    public ImmutableArray<(string Kind, string State, int Count)> Appointments { get; init; } = [];

    /// <summary>Quality reviews made in the period.</summary>
    public ImmutableArray<Review> Reviews { get; init; } = [];

    /// <summary>Alerts raised in the period.</summary>
    public ImmutableArray<CountedAlert> Alerts { get; init; } = [];
}
