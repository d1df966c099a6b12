using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.LanguageModel;

/// <summary>The language model as turns see it. Without a configured endpoint there is none of these.</summary>
public sealed class ModelTurns
{
    private readonly LanguageModelOptions options;
    private readonly ModelGate gate;
    private readonly MaskWords masks;
    private readonly WordingCache cache;

    internal ModelTurns(LanguageModelOptions options, ModelGate gate, MaskWords masks, WordingCache cache) =>
        (this.options, this.gate, this.masks, this.cache) = (options, gate, masks, cache);

    /// <summary>Help with one message; null while it is switched off. The deadline begins now, for all calls of the turn together.</summary>
    internal ModelTurn? Begin() => gate.IsOn ? new ModelTurn(gate, masks, cache, options.Deadline) : null;
}
