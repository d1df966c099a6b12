using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>Vectors of texts, made once for each text and kept beside the index.</summary>
internal sealed class VectorFile
{
    private const int KeyBytes = 16;
    private const int RowBytes = KeyBytes + SentenceModel.Dimensions * sizeof(float);
    private readonly string path;
    private readonly Dictionary<UInt128, float[]> vectors = [];

    private VectorFile(string path) => this.path = path;

    /// <summary>Reads what there is; a file that was cut off gives what is whole.</summary>
    public static VectorFile Open(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var file = new VectorFile(Path.Combine(folder, name));
        if (File.Exists(file.path))
        {
            var bytes = File.ReadAllBytes(file.path).AsSpan();
            for (var at = 0; at + RowBytes <= bytes.Length; at += RowBytes)
            {
                file.vectors[MemoryMarshal.Read<UInt128>(bytes[at..])] = MemoryMarshal.Cast<byte, float>(bytes.Slice(at + KeyBytes, RowBytes - KeyBytes)).ToArray();
            }
        }

        return file;
    }

    public bool Has(string text) => vectors.ContainsKey(Key(text));

    public float[] Of(string text) => vectors[Key(text)];

    /// <summary>Makes the missing ones and writes all that are wanted; others are forgotten.</summary>
    public void Complete(IReadOnlyCollection<string> texts, SentenceModel model, CancellationToken cancellationToken)
    {
        foreach (var text in texts.Where(text => !Has(text)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            vectors[Key(text)] = model.Embed(text);
        }

        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var file = File.Create(aside))
        {
            foreach (var key in texts.Select(Key).Distinct())
            {
                file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in key)));
                file.Write(MemoryMarshal.AsBytes<float>(vectors[key]));
            }
        }

        File.Move(aside, path, overwrite: true);
    }

    private static UInt128 Key(string text) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
