using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>Vectors of texts, made once for each text: those of the content that ships lie in <c>content/learnt/</c>, others beside the index.</summary>
/// <remarks>A row is the first 16 bytes of the text's SHA-256 (with the name of the model), a scale, and a signed byte for each dimension.</remarks>
internal sealed class VectorFile
{
    /// <summary>The file of vectors in <c>content/learnt/</c> and beside the index.</summary>
    public const string Name = "vectors.bin";

    private const int KeptAtOnce = 64;
    private const int KeyBytes = 16;
    private const int RowBytes = KeyBytes + sizeof(float) + SentenceModel.Dimensions;

    private readonly string path;
    private readonly Lock appending = new();
    private readonly ConcurrentDictionary<UInt128, byte[]> rows = new();

    private VectorFile(string path) => this.path = path;

    /// <summary>Reads what there is; a file that was cut off gives what is whole.</summary>
    /// <param name="shipped">The folder of vectors that came with the content; it is only read.</param>
    /// <param name="folder">The folder that new vectors are kept in.</param>
    public static VectorFile Open(string shipped, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = new VectorFile(Path.Combine(folder, Name));
        file.Read(Path.Combine(shipped, Name));
        file.Read(file.path);
        return file;
    }

    /// <summary>The vector of a text that was completed before.</summary>
    public float[] Of(SentenceModel model, string text)
    {
        var row = rows[Key(model, text)].AsSpan(KeyBytes);
        var vector = new float[SentenceModel.Dimensions];
        TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, sbyte>(row[sizeof(float)..]), vector);
        TensorPrimitives.Multiply(vector, MemoryMarshal.Read<float>(row), vector);
        return vector;
    }

    /// <summary>Whether each of these texts has its vector.</summary>
    public bool Has(SentenceModel model, IEnumerable<string> texts) => texts.All(text => rows.ContainsKey(Key(model, text)));

    /// <summary>Makes the missing ones and keeps them.</summary>
    public void Complete(SentenceModel model, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var missing = texts.Distinct(StringComparer.Ordinal).Where(text => !rows.ContainsKey(Key(model, text))).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var chunk in missing.Chunk(KeptAtOnce))
        {
            foreach (var text in chunk)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows[Key(model, text)] = Row(model, text);
            }

            Keep(chunk.Select(text => rows[Key(model, text)]));
        }
    }

    /// <summary>Writes the vectors of these texts and no others, in an order of their own, so that the same content gives the same file.</summary>
    public void Write(string folder, IEnumerable<(SentenceModel Model, string Text)> texts)
    {
        Directory.CreateDirectory(folder);
        using var file = File.Create(Path.Combine(folder, Name));
        foreach (var key in texts.Select(wanted => Key(wanted.Model, wanted.Text)).Distinct().Order())
        {
            file.Write(rows[key]);
        }
    }

    private void Read(string from)
    {
        if (!File.Exists(from))
        {
            return;
        }

        var bytes = File.ReadAllBytes(from);
        for (var at = 0; at + RowBytes <= bytes.Length; at += RowBytes)
        {
            rows[MemoryMarshal.Read<UInt128>(bytes.AsSpan(at))] = bytes[at..(at + RowBytes)];
        }
    }

    private void Keep(IEnumerable<byte[]> made)
    {
        lock (appending)
        {
            using var kept = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            foreach (var row in made)
            {
                kept.Write(row);
            }
        }
    }

    private static byte[] Row(SentenceModel model, string text)
    {
        var vector = model.Embed(text);
        var scale = TensorPrimitives.MaxMagnitude<float>(vector) is var most && most != 0 ? Math.Abs(most) / sbyte.MaxValue : 1f;
        var row = new byte[RowBytes];
        MemoryMarshal.Write(row, Key(model, text));
        MemoryMarshal.Write(row.AsSpan(KeyBytes), scale);
        for (var i = 0; i < vector.Length; i++)
        {
            row[KeyBytes + sizeof(float) + i] = unchecked((byte)(sbyte)MathF.Round(vector[i] / scale));
        }

        return row;
    }

    private static UInt128 Key(SentenceModel model, string text) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes($"{model.Name}\n{text}")));
}
