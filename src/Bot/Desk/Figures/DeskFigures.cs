using System.Collections.Immutable;
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

    /// <summary>Alerts raised in the period.</summary>
    public ImmutableArray<CountedAlert> Alerts { get; init; } = [];
}
