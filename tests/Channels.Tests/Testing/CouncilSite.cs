using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace TransformingLives.Channels.Tests.Testing;

/// <summary>Another web site, as a council has one: a page with Microsoft's Web Chat on it. It is another origin than the program's.</summary>
internal sealed class CouncilSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private CouncilSite(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<CouncilSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(NodeProgram.Folder("node_modules", "botframework-webchat", "dist")) });
        app.MapGet("/", () => Results.Content("""
            <!doctype html><html lang="en"><title>Chat</title><style>html,body,#chat{height:100%;margin:0}</style><div id="chat"></div>
            <script src="/webchat.js"></script>
            <script>
            const asked = new URLSearchParams(location.search);
            window.chat = token => {
              const directLine = WebChat.createDirectLine({ domain: asked.get('domain'), token, conversationId: asked.get('conversation') || undefined, watermark: undefined });
              WebChat.renderWebChat({ directLine, userID: 'dl_ada', locale: 'en-GB' }, document.getElementById('chat'));
            };
            window.chat(asked.get('token'));
            </script>
            """, "text/html; charset=utf-8"));
        app.MapGet("/weather", () => Results.Content("<!doctype html><html lang=\"en\"><title>Weather</title><p>Rain later.</p>", "text/html; charset=utf-8"));
        await app.StartAsync();
        return new CouncilSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
