using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>Weights in a file: a length, a JSON header with name, shape and place of each tensor, then the numbers, 16 bits each (the safetensors format).</summary>
internal static class SafeTensors
{
    public const string FileName = "model.fp16.safetensors";
    private const string About = "__metadata__";

    public static Dictionary<string, Tensor> Read(string folder)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, FileName));
        var length = (int)BitConverter.ToInt64(bytes, 0);
        using var header = JsonDocument.Parse(bytes.AsMemory(sizeof(long), length));
        return header.RootElement.EnumerateObject().Where(entry => entry.Name != About).ToDictionary(entry => entry.Name, entry => Tensor(entry.Value, bytes, sizeof(long) + length));
    }

    public static void Write(string folder, IReadOnlyDictionary<string, Tensor> weights)
    {
        var place = 0L;
        var header = weights.ToDictionary(weight => weight.Key, weight => new { dtype = "F16", weight.Value.shape, data_offsets = new[] { place, place += weight.Value.numel() * 2 } });
        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        using var file = File.Create(Path.Combine(folder, FileName));
        file.Write(BitConverter.GetBytes((long)json.Length));
        file.Write(json);
        foreach (var weight in weights.Values)
        {
            foreach (var number in weight.detach().contiguous().data<float>())
            {
                file.Write(BitConverter.GetBytes((Half)number));
            }
        }
    }

    private static Tensor Tensor(JsonElement entry, byte[] bytes, int start)
    {
        var offsets = entry.GetProperty("data_offsets").EnumerateArray().Select(offset => (int)offset.GetInt64()).ToArray();
        var numbers = new float[(offsets[1] - offsets[0]) / 2];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (float)BitConverter.ToHalf(bytes, start + offsets[0] + (2 * i));
        }

        return tensor(numbers, [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())]);
    }
}
