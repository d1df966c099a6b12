using TorchSharp;
using static TorchSharp.torch;
using Layers = TorchSharp.torch.nn.functional;

namespace TransformingLives.Training;

/// <summary>all-MiniLM-L6-v2 as it is computed while it learns: six layers of BERT, then the mean of all tokens, of length 1.</summary>
internal sealed class SentenceEncoder
{
    public const int Hidden = 384;
    public const int LayerCount = 6;
    private const int Heads = 12;
    private const double Epsilon = 1e-12;
    private const double Dropout = 0.1;
    private const float Masked = -1e9f;

    private readonly Dictionary<string, Tensor> weights;
    private readonly int frozen;

    public SentenceEncoder(Dictionary<string, Tensor> weights, int frozen)
    {
        this.weights = weights;
        this.frozen = frozen;
        Learning = [.. Enumerable.Range(frozen, LayerCount - frozen).SelectMany(layer => weights.Keys.Where(name => name.StartsWith(Layer(layer), StringComparison.Ordinal))).Select(name => weights[name].requires_grad_(true))];
    }

    /// <summary>The weights of the layers that learn.</summary>
    public IReadOnlyList<Tensor> Learning { get; }

    /// <summary>Vectors of a batch, [texts, 384].</summary>
    public Tensor Encode(TokenBatch batch, bool isLearning)
    {
        var away = (1 - batch.Mask).unsqueeze(1).unsqueeze(1) * Masked;
        Tensor states;
        using (no_grad())
        {
            states = Embedded(batch);
            for (var layer = 0; layer < frozen; layer++)
            {
                states = Through(layer, states, away, isLearning: false);
            }
        }

        for (var layer = frozen; layer < LayerCount; layer++)
        {
            states = Through(layer, states, away, isLearning);
        }

        var mask = batch.Mask.unsqueeze(2);
        return Layers.normalize((states * mask).sum(1) / mask.sum(1), 2.0, 1);
    }

    private Tensor Embedded(TokenBatch batch)
    {
        var (count, length) = (batch.Ids.shape[0], batch.Ids.shape[1]);
        var words = weights["embeddings.word_embeddings.weight"].index_select(0, batch.Ids.flatten()).view(count, length, Hidden);
        var places = weights["embeddings.position_embeddings.weight"][TensorIndex.Slice(0, length)];
        return Normal(words + places + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm");
    }

    private Tensor Through(int layer, Tensor states, Tensor away, bool isLearning)
    {
        var name = Layer(layer);
        var (count, length) = (states.shape[0], states.shape[1]);
        var query = Split("attention.self.query");
        var key = Split("attention.self.key");
        var value = Split("attention.self.value");
        var looks = Dropped(Layers.softmax((matmul(query, key.transpose(2, 3)) / Math.Sqrt(Hidden / Heads)) + away, -1));
        var seen = matmul(looks, value).transpose(1, 2).contiguous().view(count, length, Hidden);
        states = Normal(Dropped(Linear(seen, $"{name}attention.output.dense")) + states, $"{name}attention.output.LayerNorm");
        var thought = Layers.gelu(Linear(states, $"{name}intermediate.dense"));
        return Normal(Dropped(Linear(thought, $"{name}output.dense")) + states, $"{name}output.LayerNorm");

        Tensor Split(string part) => Linear(states, name + part).view(count, length, Heads, Hidden / Heads).transpose(1, 2);
        Tensor Dropped(Tensor tensor) => isLearning ? Layers.dropout(tensor, Dropout, true) : tensor;
    }

    private Tensor Linear(Tensor states, string name) => Layers.linear(states, weights[$"{name}.weight"], weights[$"{name}.bias"]);

    private Tensor Normal(Tensor states, string name) => Layers.layer_norm(states, [Hidden], weights[$"{name}.weight"], weights[$"{name}.bias"], Epsilon);

    private static string Layer(int number) => $"encoder.layer.{number}.";
}
