namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>How much of the day's tokens are used, by this node and, as last told, by the others.</summary>
internal sealed class DailyBudget(LanguageModelOptions options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateOnly day;
    private long used;

    /// <summary>Tokens used today.</summary>
    public long Used
    {
        get
        {
            lock (gate)
            {
                return Today();
            }
        }
    }

    /// <summary>Another call fits in.</summary>
    public bool HasRoom() => Used < options.TokensPerDay;

    /// <summary>A call used this much.</summary>
    public void Add(ModelCall call)
    {
        lock (gate)
        {
            Today();
            used += call.TokensIn + call.TokensOut;
        }
    }

    /// <summary>What all nodes have used today, where it is more than is known here.</summary>
    public void Heard(DateOnly of, long total)
    {
        lock (gate)
        {
            Today();
            used = of == day ? Math.Max(used, total) : used;
        }
    }

    private long Today()
    {
        var today = Content.CouncilCalendar.InLondon(clock.GetUtcNow()).Date;
        if (DateOnly.FromDateTime(today) != day)
        {
            (day, used) = (DateOnly.FromDateTime(today), 0);
        }

        return used;
    }
}
