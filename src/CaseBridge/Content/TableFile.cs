using System.Collections.Immutable;
using YamlDotNet.Core;

namespace TransformingLives.CaseBridge.Content;

/// <summary>Reads a table: a whole, valid one, or what is wrong with it.</summary>
internal static class TableFile
{
    /// <param name="file">Its path below <c>content/</c>, for the problems.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Takes the fields; may throw <see cref="FieldException"/>.</param>
    /// <param name="check">What is wrong with a table that could be read.</param>
    public static (T? Table, ImmutableArray<CaseProblem> Problems) Load<T>(string file, string text, Func<YamlFields, T> read, Func<YamlFields, T, IEnumerable<CaseProblem>> check)
        where T : class
    {
        try
        {
            var fields = YamlFields.Parse(text);
            var table = read(fields);
            var problems = check(fields, table).ToImmutableArray();
            return (problems.Any(problem => problem.IsError) ? null : table, problems);
        }
        catch (FieldException exception)
        {
            return (null, [new CaseProblem(file, exception.Line, exception.Field, exception.Message)]);
        }
        catch (YamlException exception)
        {
            return (null, [new CaseProblem(file, (int)exception.Start.Line, "", exception.Message)]);
        }
    }
}
