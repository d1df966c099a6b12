using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.Bot.LanguageModel.Masking;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.LanguageModel;

/// <summary>The language model as turns see it. Without a configured endpoint there is none of these.</summary>
public sealed class ModelTurns
{
    private readonly LanguageModelOptions options;
    private readonly ModelGate gate;
    private readonly MaskWords masks;
    private readonly WordingCache cache;
    private readonly WordingDrafts drafts;
    private readonly ModelRecords records;

    internal ModelTurns(LanguageModelOptions options, ModelGate gate, MaskWords masks, WordingCache cache, WordingDrafts drafts, ModelRecords records) =>
        (this.options, this.gate, this.masks, this.cache, this.drafts, this.records) = (options, gate, masks, cache, drafts, records);

    /// <summary>Help with one message; null while it is switched off. The deadline begins now, for all calls of the turn together.</summary>
    internal ModelTurn? Begin()
    {
        records.RefreshSoon();
        return gate.IsOn ? new ModelTurn(gate, masks, cache, drafts, options.Deadline) : null;
    }
}
