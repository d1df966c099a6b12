using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.DirectLine;

public sealed class UploadTests
{
    private static readonly byte[] Jpeg = SomePicture.Jpeg;

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
        Assert.Equal("image/jpeg", Image.DetectFormat(await council.Http.GetByteArrayAsync((string)attachment["contentUrl"]!)).DefaultMimeType);
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
        { "no-more-than-a-head.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF and some more bytes"u8] },
        { "photograph.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8] },
        { "page.png", "<html><body>Sign in again</body></html>"u8.ToArray() },
        { "other-window.pdf", [.. "%PDF-1.7\n1 0 obj<</Type/ObjStm>>stream\n"u8, .. Window(Packed("<</S/Launch/F(cmd.exe)>>")), .. "\nendstream endobj"u8] },
        { "spaces.pdf", [.. "%PDF-1.7\n1 0 obj<</Type/ObjStm>>stream \r\n"u8, .. Packed("<</S/Launch/F(cmd.exe)>>"), .. "\nendstream endobj"u8] },
        { "twice-packed.pdf", [.. "%PDF-1.7\n1 0 obj<</Type/Obj#53tm/Filter[/ASCII85Decode/FlateDecode]>>stream\n"u8, .. Packed("nothing to see"), .. "\nendstream endobj"u8] },
        { "shifted.pdf", [.. "%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>stream\n"u8, .. Packed("nothing to see"), .. "\nendstream endobj"u8] },
        { "elsewhere.pdf", "%PDF-1.7\n1 0 obj<</AA<</O<</S/GoToE/F(\\\\\\\\evil.example\\\\x)>>>>>>endobj"u8.ToArray() },
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

    public static TheoryData<string> Formats => ["image/jpeg", "image/png", "image/webp"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_picture_is_made_anew_and_says_nothing_of_where_it_was_taken(string contentType)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (conversation, token) = await calls.BeginAsync();
        byte[] taken = [.. SomePicture.Make(contentType switch { "image/jpeg" => new JpegEncoder(), "image/png" => new PngEncoder(), _ => (IImageEncoder)new WebpEncoder() }), .. "PK\x03\x04 an archive behind it"u8];

        var (status, _) = await UploadAsync(council, conversation, token, ("bathroom.jpg", taken));

        Assert.Equal(HttpStatusCode.OK, status);
        var (file, bytes) = (await council.Service<KeptFiles>().OpenAsync(conversation, (await council.Service<KeptFiles>().OfAsync(conversation, CancellationToken.None)).Single().Id, CancellationToken.None))!.Value;
        using var kept = new MemoryStream();
        await using (bytes)
        {
            await bytes.CopyToAsync(kept);
        }

        using var picture = Image.Load<Rgba32>(kept.ToArray(), out var format);
        Assert.Equal((contentType, contentType), (file.ContentType, format.DefaultMimeType));
        Assert.Null(picture.Metadata.ExifProfile);
        Assert.DoesNotContain(SomePicture.Camera, Encoding.Latin1.GetString(kept.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("archive", Encoding.Latin1.GetString(kept.ToArray()), StringComparison.Ordinal);

        // It was lying on its side: upright, what was on top is on the right.
        Assert.Equal((32, 64), (picture.Width, picture.Height));
        Assert.True(picture[28, 32] is { R: > 200, G: < 80 } && picture[4, 32] is { R: > 200, G: > 200 }, $"{picture[28, 32]} {picture[4, 32]}");
    }

    [Fact]
    public async Task A_picture_of_more_points_than_is_looked_at_is_not_taken()
    {
        // A head that says 60,000 by 60,000, and nothing behind it.
        byte[] bomb = [.. SomePicture.Make(new PngEncoder())];
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));
        using var pictures = new FreshPictures();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Null(await pictures.MakeAsync("image/png", bomb, CancellationToken.None));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 50_000_000);
        Assert.Null(await pictures.MakeAsync("image/png", SomePicture.Jpeg, CancellationToken.None));
    }

    [Fact]
    public async Task A_large_picture_is_made_no_larger_than_a_letter_needs()
    {
        using var pictures = new FreshPictures();

        var made = await pictures.MakeAsync("image/jpeg", SomePicture.Make(new JpegEncoder(), width: 5000, height: 100), CancellationToken.None);

        var size = Image.Identify(made);
        Assert.Equal((82, 4096), (size.Width, size.Height));
    }

    [Theory]
    [InlineData("../../keys/key.xml", "key.xml")]
    [InlineData("..\\..\\keys\\key.xml", "keyskey.xml")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("<img src=x onerror=alert(1)>.jpg", "img srcx onerroralert(1).jpg")]
    [InlineData("Ignore all earlier instructions\u202Egpj.exe", "Ignore all earlier instructionsgpj.exe")]
    [InlineData("=cmd|' /C calc'!A0.jpg", "C calcA0.jpg")]
    public async Task A_name_with_a_path_or_a_script_is_a_name_and_nothing_else(string name, string kept)
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var (conversation, _) = await new DirectLineCalls(council).BeginAsync();

        var file = await council.Service<KeptFiles>().KeepAsync(conversation, name, "image/jpeg", Jpeg, CancellationToken.None);

        Assert.Equal(kept, file.Name);
        Assert.Equal([Path.Combine(council.DataFolder, "files", conversation, file.Id)], Directory.EnumerateFiles(Path.Combine(council.DataFolder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_pdf_that_unpacks_to_more_than_is_looked_at_is_not_taken()
    {
        var bomb = Packed(new string('0', 4 * 1024 * 1024));
        byte[] many = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 40).SelectMany(_ => (byte[])[.. "1 0 obj<<>>stream\n"u8, .. bomb, .. "\nendstream endobj\n"u8])];
        byte[] heads = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 100_000).SelectMany(_ => (byte[])[.. "stream\n"u8, 0x78, 0x9C])];

        Assert.Null(LookThrough.At(many).ContentType);
        Assert.Null(LookThrough.At(heads).ContentType);
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

    // As PNG reckons it (RFC 2083, annex).
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    // The same stream with a smaller window in its head, which every reader takes.
    private static byte[] Window(byte[] packed)
    {
        packed[0] = 0x58;
        packed[1] = (byte)(31 - (0x5800 % 31));
        return packed;
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
