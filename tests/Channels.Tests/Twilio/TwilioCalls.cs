using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Twilio;

/// <summary>Twilio as it calls: forms signed by Twilio's own library for the public address.</summary>
internal sealed class TwilioCalls(RunningCouncil council, NodeProgram twilio) : IAsyncDisposable
{
    public const string Public = "https://care.example.gov.uk/front-door";
    public const string Token = "12345678901234567890123456789012";
    public const string Ada = "+447700900123";
    public const string Ours = "+441632960101";
    private int next;

    public RunningCouncil Council => council;

    public static async Task<TwilioCalls> StartAsync(params (string Name, string Value)[] more)
    {
        var council = await RunningCouncil.StartAsync([("PublicBaseAddress", Public), ("Twilio:AuthToken", Token), ("Twilio:AccountSid", "AC00000000000000000000000000000001"), .. more]);
        return new TwilioCalls(council, await NodeProgram.StartAsync("twilio/sign.mjs"));
    }

    /// <summary>A text from Ada; gives what is sent back, "" for nothing.</summary>
    public async Task<string> TextAsync(string words, string? sid = null, string from = Ada, params (string Name, string Value)[] more)
    {
        var (status, answer) = await PostAsync("/twilio/sms", [("MessageSid", sid ?? $"SM{++next:00000}"), ("From", from), ("To", Ours), ("Body", words), ("NumMedia", "0"), .. more]);
        Assert.Equal(HttpStatusCode.OK, status);
        return XDocument.Parse(answer).Root!.Element("Message")?.Value ?? "";
    }

    /// <summary>Posts a form with Twilio's signature; gives status and body.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, params (string Name, string Value)[] form)
    {
        var signature = await SignAsync($"{Public}{path}", form);
        return await PostAsync(path, signature, form);
    }

    /// <summary>Posts a form with a signature; null for none.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string? signature, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }

        using var response = await council.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<string> SignAsync(string url, params (string Name, string Value)[] form)
    {
        var fields = new JsonObject();
        foreach (var field in form.GroupBy(field => field.Name))
        {
            fields[field.Key] = field.Count() == 1 ? field.Single().Value : new JsonArray([.. field.Select(one => (JsonNode)one.Value)]);
        }

        await twilio.DoAsync("sign", ("token", Token), ("url", url), ("fields", fields));
        return (string)(await twilio.WaitForAsync("signed"))["signature"]!;
    }

    /// <summary>How many text messages Twilio counts.</summary>
    public async Task<int[]> CountAsync(params string[] texts)
    {
        await twilio.DoAsync("count", ("texts", new JsonArray([.. texts.Select(text => (JsonNode)text)])));
        return [.. (await twilio.WaitForAsync("counted"))["segments"]!.AsArray().Select(count => (int)count!)];
    }

    public async ValueTask DisposeAsync()
    {
        await twilio.DisposeAsync();
        await council.DisposeAsync();
    }
}
