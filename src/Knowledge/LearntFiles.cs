using System.Security.Cryptography;
using System.Text;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge;

/// <summary>What was learnt from content, so that a start need not learn it again: what ships lies in <c>content/learnt/</c>, what was learnt since beside the index.</summary>
/// <remarks>A file begins with a key over all that it was learnt from. One that was learnt from something else, or was cut off, is as good as none.</remarks>
public sealed class LearntFiles
{
    private const string Ending = ".model";

    private readonly string shipped;
    private readonly string folder;
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    /// <param name="shipped">The folder that came with the content; it is only read.</param>
    /// <param name="folder">Where what is learnt is kept.</param>
    public LearntFiles(string shipped, string folder)
    {
        this.shipped = shipped;
        this.folder = folder;
    }

    /// <summary>The key of what is learnt from these texts.</summary>
    /// <param name="layout">Changes when the way of learning changes.</param>
    /// <param name="from">All that is learnt from.</param>
    public static string Key(string layout, IEnumerable<string> from)
    {
        ArgumentNullException.ThrowIfNull(from);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in from.Prepend(layout).Prepend(SentenceModel.Care))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What was learnt under this key; the default when it was not, or can't be read.</summary>
    public T? Read<T>(string name, string key, Func<BinaryReader, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        foreach (var path in new[] { Path.Combine(shipped, name + Ending), Path.Combine(folder, name + Ending) }.Where(File.Exists))
        {
            try
            {
                using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
                if (reader.ReadString() == key)
                {
                    var learnt = read(reader);
                    MarkKept(path, name);
                    return learnt;
                }
            }
            catch (Exception exception) when (exception is EndOfStreamException or FormatException or IOException)
            {
                // Cut off, or none of ours: it is learnt again.
            }
        }

        return null;
    }

    /// <summary>Keeps what was learnt.</summary>
    public void Keep(string name, string key, Action<BinaryWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}");
        using (var writer = new BinaryWriter(File.Create(aside)))
        {
            writer.Write(key);
            write(writer);
        }

        File.Move(aside, Path.Combine(folder, name + Ending), overwrite: true);
        lock (kept)
        {
            kept.Add(name);
        }
    }

    // What an earlier start learnt and never shipped is shipped with the rest.
    private void MarkKept(string path, string name)
    {
        if (Path.GetDirectoryName(path) == folder)
        {
            lock (kept)
            {
                kept.Add(name);
            }
        }
    }

    /// <summary>Takes over into what ships what was learnt since.</summary>
    public void Ship()
    {
        lock (kept)
        {
            Directory.CreateDirectory(shipped);
            foreach (var name in kept)
            {
                File.Copy(Path.Combine(folder, name + Ending), Path.Combine(shipped, name + Ending), overwrite: true);
            }
        }
    }
}
