using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

public sealed class UploadTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF and some more bytes"u8];

    [Fact]
    public async Task A_picture_is_kept_thanked_for_and_given_back_to_the_conversation_alone()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, _) = await UploadAsync(council, conversation, token, ("bathroom.jpg", Jpeg));
        var (activities, _) = await calls.PollAsync(conversation, token, "1");

        Assert.Equal(HttpStatusCode.OK, status);
        var attachment = activities[0]["attachments"]![0]!;
        Assert.Equal("bathroom.jpg", (string)attachment["name"]!);
        Assert.Contains("We have kept that", (string)activities[1]["text"]!, StringComparison.Ordinal);
        Assert.Equal(Jpeg, await council.Http.GetByteArrayAsync((string)attachment["contentUrl"]!));
        using var withoutToken = await council.Http.GetAsync(((string)attachment["contentUrl"]!).Split('?')[0]);
        Assert.Equal(HttpStatusCode.Forbidden, withoutToken.StatusCode);
        Assert.Single(await council.Service<KeptFiles>().OfAsync(conversation, CancellationToken.None));
    }

    [Fact]
    public async Task Files_stand_in_the_order_in_which_the_message_names_them()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        await UploadAsync(council, conversation, token, """{"type":"message","text":"two letters","attachments":[{"name":"one.jpg"},{"name":"two.jpg"}]}""", ("two.jpg", Jpeg), ("one.jpg", Jpeg));
        var (activities, _) = await calls.PollAsync(conversation, token, "1");

        Assert.Equal(["one.jpg", "two.jpg"], activities[0]["attachments"]!.AsArray().Select(attachment => (string)attachment!["name"]!));
    }

    [Fact]
    public async Task A_file_alone_is_a_message_too()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload?userId=dl_ada") { Content = new ByteArrayContent(Jpeg) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        request.Content.Headers.TryAddWithoutValidation("Content-Disposition", "name=\"file\"; filename=\"letter.jpg\"");

        using var response = await council.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(await council.Service<KeptFiles>().OfAsync(conversation, CancellationToken.None));
    }

    public static TheoryData<string, byte[]> NotTaken => new()
    {
        { "page.html", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() },
        { "program.jpg", [(byte)'M', (byte)'Z', 0x90, 0x00] },
        { "two-faced.jpg", [.. Jpeg, .. "<script>alert(1)</script>"u8] },
        { "letter.pdf", "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"u8.ToArray() },
        { "escaped.pdf", "%PDF-1.7\n1 0 obj<</S/J#61vaScript/J#53(app.alert(1))>>endobj"u8.ToArray() },
        { "packed.pdf", [.. "%PDF-1.7\n1 0 obj<</Type/ObjStm>>stream\n"u8, .. Packed("<</S/Launch/F(cmd.exe)>>"), .. "\nendstream endobj"u8] },
        { "locked.pdf", "%PDF-1.7\ntrailer<</Encrypt 5 0 R>>"u8.ToArray() },
        { "empty.jpg", [] },
    };

    [Theory]
    [MemberData(nameof(NotTaken))]
    public async Task What_is_no_picture_or_acts_by_itself_is_refused_and_not_kept(string name, byte[] bytes)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();

        var (status, _) = await UploadAsync(council, conversation, token, (name, bytes));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Empty(await council.Service<KeptFiles>().OfAsync(conversation, CancellationToken.None));
        Assert.False(Directory.Exists(Path.Combine(council.DataFolder, "files", conversation)));
    }

    [Fact]
    public async Task A_harmless_pdf_is_kept()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var (conversation, token) = await new DirectLineCalls(council).BeginAsync();

        var (status, _) = await UploadAsync(council, conversation, token, ("letter.pdf", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_413()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync(("DirectLine:LargestFile", "1000"));
        var (conversation, token) = await new DirectLineCalls(council).BeginAsync();

        var (status, _) = await UploadAsync(council, conversation, token, ("big.jpg", [.. Jpeg, .. new byte[2000]]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    private static Task<(HttpStatusCode Status, JsonObject Body)> UploadAsync(RunningCouncil council, string conversation, string token, params (string Name, byte[] Bytes)[] files) =>
        UploadAsync(council, conversation, token, """{"type":"message"}""", files);

    private static async Task<(HttpStatusCode Status, JsonObject Body)> UploadAsync(RunningCouncil council, string conversation, string token, string activity, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        var first = new StringContent(activity, Encoding.UTF8);
        first.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(first, "activity", "blob");
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "file", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload?userId=dl_ada") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await council.Http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.ASCII.GetBytes(text));
        }

        return packed.ToArray();
    }
}
