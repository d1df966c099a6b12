using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>A search that finds nothing says something only when it would find it.</summary>
public sealed class NeedlesTests
{
    private static readonly Needles Needles = new(CanaryPerson.Words);

    public static TheoryData<string, byte[]> Written => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(CanaryPerson.Says("")) },
        { "UTF-16", Encoding.Unicode.GetBytes("x" + CanaryPerson.Says("")) },
        { "UTF-16 the other way round", Encoding.BigEndianUnicode.GetBytes(CanaryPerson.Says("")) },
        { "capitals", Encoding.UTF8.GetBytes(CanaryPerson.Says("").ToUpperInvariant()) },
        { "small letters", Encoding.UTF8.GetBytes(CanaryPerson.Says("").ToLowerInvariant()) },
        { "base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(CanaryPerson.Says("")))) },
        { "base64, a byte later", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(CanaryPerson.Says("1")))) },
        { "base64, two bytes later", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(CanaryPerson.Says("12")))) },
        { "base64 of UTF-16", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes(CanaryPerson.Says("")))) },
        { "hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(CanaryPerson.Says("")))) },
        { "an address", Encoding.ASCII.GetBytes(Uri.EscapeDataString(CanaryPerson.Says(""))) },
        { "a form", Encoding.ASCII.GetBytes(System.Net.WebUtility.UrlEncode(CanaryPerson.Says(""))) },
        { "JSON", Encoding.ASCII.GetBytes(JsonSerializer.Serialize(CanaryPerson.Says(""))) },
        { "HTML", Encoding.ASCII.GetBytes(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(CanaryPerson.Says(""))) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Somebody_is_found_however_they_are_written(string how, byte[] bytes) =>
        Assert.True(Needles.In(bytes) is ["7700 900873", "Quollworthy", "Wimblethatch", "Zephyriné", CanaryPerson.Illness], $"{how}: {string.Join(", ", Needles.In(bytes))}");

    [Fact]
    public void Somebody_is_found_in_the_name_of_a_file_and_in_an_archive()
    {
        var folder = Directory.CreateTempSubdirectory("needles-");
        File.WriteAllText(Path.Combine(folder.FullName, CanaryPerson.FileName), "");
        using (var archive = ZipFile.Open(Path.Combine(folder.FullName, "a.backup"), ZipArchiveMode.Create))
        {
            using var words = new StreamWriter(archive.CreateEntry("database", CompressionLevel.SmallestSize).Open());
            words.Write(string.Concat(Enumerable.Repeat(CanaryPerson.Illness, 50)));
        }

        Assert.Equal(2, Needles.InFiles(folder.FullName).Length);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Nothing_of_them_stands_in_the_content_that_ships() => Assert.Empty(Needles.InFiles(Bot.Tests.Testing.TestCouncil.Content));
}
