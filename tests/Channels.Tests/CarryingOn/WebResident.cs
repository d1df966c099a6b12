using System.Net;
using System.Text.RegularExpressions;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.CarryingOn;

/// <summary>Somebody on the resident page, without any script: forms and a cookie.</summary>
internal sealed partial class WebResident : IDisposable
{
    private readonly HttpClient http;

    public WebResident(RunningCouncil council) =>
        http = new HttpClient(new BehindProxy()) { BaseAddress = council.Http.BaseAddress };

    /// <summary>Says something, and gives the page as it is then.</summary>
    public async Task<string> SayAsync(string words)
    {
        var page = await http.GetStringAsync("/chat");
        return await PostAsync("/chat", page, ("text", words), ("key", Guid.NewGuid().ToString("N")));
    }

    /// <summary>The code from "Carry on by text or phone", as it is printed.</summary>
    public async Task<string> CodeAsync()
    {
        var page = await PostAsync("/carry-on", await http.GetStringAsync("/carry-on"));
        return Code().Match(page) is { Success: true } code ? code.Groups[1].Value : throw new InvalidOperationException("The page shows no code.");
    }

    public void Dispose() => http.Dispose();

    private async Task<string> PostAsync(string path, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page);
        using var form = new FormUrlEncodedContent([new(token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value)), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        using var answer = await http.PostAsync(path, form);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"code\"[^>]*>(\\d{4} \\d{4})<")]
    private static partial Regex Code();
}
