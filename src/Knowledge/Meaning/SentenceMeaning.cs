using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>A sentence model with the vectors of all that is learnt from by it. What is new is made in the background, one after another.</summary>
/// <remarks>Takes over the model.</remarks>
internal sealed class SentenceMeaning(SentenceModel model, VectorFile vectors) : IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private ImmutableArray<Func<IEnumerable<string>>> learntFrom = [];
    private readonly ShortTexts said = new();
    private volatile Remembered? last;

    /// <summary>Ends when all that was asked for has been learnt.</summary>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <summary>What the vectors of its texts are kept for.</summary>
    public IEnumerable<(SentenceModel Model, string Text)> LearntFrom => learntFrom.SelectMany(texts => texts()).Select(text => (model, text));

    /// <summary>The vector of any text. The last one is remembered, as several steps of a turn look at the same message, and so is what is short: many people say it in the same words.</summary>
    public float[] Of(string text)
    {
        if (last is { } remembered && remembered.Text == text)
        {
            return remembered.Vector;
        }

        var vector = said.Of(text, model.Embed);
        last = new Remembered(text, vector);
        return vector;
    }

    /// <summary>The vector of a text that was learnt from.</summary>
    public float[] OfLesson(string text) => vectors.Of(model, text);

    /// <summary>Whether each of these texts has its vector already.</summary>
    public bool Knows(IEnumerable<string> texts) => vectors.Has(model, texts);

    /// <summary>Makes the vectors of texts that have none yet, a hundredth of a second each, and then lets somebody learn from them.</summary>
    public void Learn(IReadOnlyCollection<string> texts, Action learn)
    {
        learntFrom = learntFrom.Add(() => texts);
        Ready = AfterAsync(Ready, () =>
        {
            closing.Token.ThrowIfCancellationRequested();
            vectors.Complete(model, texts, closing.Token);
            closing.Token.ThrowIfCancellationRequested();
            learn();
        });
    }

    /// <summary>Remembers that these texts are learnt from, with nothing to be learnt now.</summary>
    public void Know(Func<IEnumerable<string>> texts) => learntFrom = learntFrom.Add(texts);

    /// <summary>Makes what is missing at once.</summary>
    public void Complete() => vectors.Complete(model, learntFrom.SelectMany(texts => texts()), closing.Token);

    /// <summary>Gives up what is not learnt yet, and waits until nothing is being learnt any more.</summary>
    public void Stop()
    {
        closing.Cancel();
        Task.WhenAny(Ready).Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model is let go only when nobody uses it any more.
        Stop();
        closing.Dispose();
        model.Dispose();
    }

    private static async Task AfterAsync(Task before, Action learn)
    {
        await before;
        await Task.Run(learn);
    }

    private sealed record Remembered(string Text, float[] Vector);
}
