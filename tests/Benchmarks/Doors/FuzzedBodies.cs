using System.Text;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>Bodies that are nearly right and quite wrong: a good one, changed in one to four ways. The same seed gives the same bodies.</summary>
internal sealed class FuzzedBodies(int seed, params byte[][] good)
{
    private static readonly byte[][] Nasty =
    [
        "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), [0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], "%00"u8.ToArray(), "%ZZ"u8.ToArray(), "&&==&"u8.ToArray(), "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "1e999"u8.ToArray(),
        "-0"u8.ToArray(), "99999999999999999999999999"u8.ToArray(), "\"\""u8.ToArray(), "'; DROP TABLE conversations; --"u8.ToArray(), "<script>alert(1)</script>"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "../../etc/passwd"u8.ToArray(),
        "{\"a\":"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 200)), Encoding.UTF8.GetBytes(new string('x', 9_000)), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("e\u0301\u0301\u0301", 300))), "\u202E\u200B\uFEFF"u8.ToArray(), Encoding.UTF8.GetBytes("😀👨‍👩‍👧"),
    ];

    private readonly Random random = new(seed);

    /// <summary>The next body.</summary>
    public byte[] Next()
    {
        var body = random.Next(50) == 0 ? Noise() : good[random.Next(good.Length)].ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            Change(body);
        }

        return [.. body];
    }

    private List<byte> Noise()
    {
        var noise = new byte[random.Next(0, 400)];
        random.NextBytes(noise);
        return [.. noise];
    }

    private void Change(List<byte> body)
    {
        var at = random.Next(body.Count + 1);
        var some = Math.Min(body.Count - at, random.Next(1, 40));
        switch (random.Next(6))
        {
            case 0 when body.Count > at:
                body[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                body.RemoveRange(at, some);
                break;
            case 2:
                body.InsertRange(at, body.GetRange(at, some));
                break;
            case 3 when random.Next(4) == 0:
                body.RemoveRange(at, body.Count - at);
                break;
            default:
                body.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                break;
        }
    }
}
