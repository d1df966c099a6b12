using YamlDotNet.Serialization;

namespace TransformingLives.Knowledge.Guides;

/// <summary>The front matter of a guide, as it is written.</summary>
[YamlSerializable]
internal sealed class GuideHeader
{
    public required string Title { get; init; }

    public required List<string> Topics { get; init; }

    public List<string> WhenSaid { get; init; } = [];

    public required string Summary { get; init; }

    public List<string> NextSteps { get; init; } = [];

    public string Sms { get; init; } = "";

    public string Spoken { get; init; } = "";

    public required string Reviewed { get; init; }

    public required string ReviewBy { get; init; }

    public required List<GuideHeaderSource> Sources { get; init; }
}

/// <summary>A source, as it is written.</summary>
[YamlSerializable]
internal sealed class GuideHeaderSource
{
    public required string Title { get; init; }

    public required string Url { get; init; }
}
