using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TransformingLives.CaseBridge.Content;

/// <summary>YAML that is nested no deeper than anybody writes. What reads it goes one step down with every bracket, and some thousand brackets would end the whole program.</summary>
/// <param name="text">What is read.</param>
internal sealed class ShallowYaml(TextReader text) : IParser
{
    private const int Deepest = 64;
    private readonly Parser parser = new(text);
    private int depth;

    /// <inheritdoc />
    public ParsingEvent? Current => parser.Current;

    /// <inheritdoc />
    /// <exception cref="YamlException">It is no YAML, or nested too deep.</exception>
    public bool MoveNext()
    {
        if (!parser.MoveNext())
        {
            return false;
        }

        depth += parser.Current!.NestingIncrease;
        return depth <= Deepest ? true : throw new YamlException(parser.Current.Start, parser.Current.End, "There are too many lists within lists here.");
    }
}
