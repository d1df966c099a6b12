using System.Diagnostics;
using System.Diagnostics.Metrics;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.LanguageModel.Calling;

/// <summary>Counts calls of the language model, with the names that OpenTelemetry gives them (gen_ai): never what was asked or said.</summary>
internal sealed class ModelMeter
{
    private static readonly ActivitySource Source = new(TurnMeter.Name);
    private readonly KeyValuePair<string, object?>[] about;
    private readonly Histogram<double> duration;
    private readonly Histogram<long> tokens;
    private readonly Counter<long> verdicts;

    public ModelMeter(LanguageModelOptions options, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        about = [new("gen_ai.operation.name", "chat"), new("gen_ai.provider.name", "openai"), new("gen_ai.request.model", options.Model)];
        var meter = meters.Create(TurnMeter.Name);
        duration = meter.CreateHistogram("gen_ai.client.operation.duration", "s", "How long a call took.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10] });
        tokens = meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Tokens of a call.", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = [16, 64, 256, 1024, 4096, 16384] });
        verdicts = meter.CreateCounter<long>("transforming_lives.model.calls", "{call}", "What came of asking the language model.");
    }

    /// <summary>A call begins; dispose it when it ends. Null where nobody listens.</summary>
    public Activity? Begin()
    {
        var activity = Source.StartActivity($"chat {about[^1].Value}", ActivityKind.Client);
        foreach (var (name, value) in activity is null ? [] : about)
        {
            activity!.SetTag(name, value);
        }

        return activity;
    }

    public void Add(ModelCall call)
    {
        verdicts.Add(1, new("transforming_lives.model.prompt", call.Prompt), new("transforming_lives.model.verdict", Words(call.Verdict)));
        if (call.Verdict is ModelVerdict.Resting or ModelVerdict.OverBudget)
        {
            return;
        }

        KeyValuePair<string, object?>[] ended = call.Verdict is ModelVerdict.Late or ModelVerdict.Failed ? [.. about, new("error.type", Words(call.Verdict))] : about;
        Activity.Current?.SetTag("transforming_lives.model.verdict", Words(call.Verdict));
        duration.Record(call.Milliseconds / 1000.0, ended);
        tokens.Record(call.TokensIn, [.. about, new("gen_ai.token.type", "input")]);
        tokens.Record(call.TokensOut, [.. about, new("gen_ai.token.type", "output")]);
    }

    private static string Words(ModelVerdict verdict) => verdict switch
    {
        ModelVerdict.Used => "used",
        ModelVerdict.NotNeeded => "not_needed",
        ModelVerdict.NotGrounded => "not_grounded",
        ModelVerdict.Late => "late",
        ModelVerdict.Failed => "failed",
        ModelVerdict.Resting => "resting",
        _ => "over_budget",
    };
}
