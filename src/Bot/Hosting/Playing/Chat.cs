using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>The verb <c>chat</c>: the same conversation in a terminal; reads piped input too. Nothing is kept.</summary>
internal static class Chat
{
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        await using var council = await PlayedCouncil.OpenAsync(surroundings, TimeProvider.System, cancellationToken);
        var conversation = await council.Runner.StartAsync("web", cancellationToken);
        foreach (var entry in await council.Store.ReadLogAsync(conversation.Id, 0, cancellationToken))
        {
            Console.WriteLine(ReplyText.Of(entry.Reply!));
        }

        for (var number = 1; ; number++)
        {
            Console.Write("\n> ");
            if (await Console.In.ReadLineAsync(cancellationToken) is not { } line)
            {
                Console.WriteLine();
                return 0;
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Console.IsInputRedirected)
            {
                Console.WriteLine(line);
            }

            var result = await council.Runner.RunAsync(new IncomingMessage(conversation.Id, ConversationId.New(), "web", line, TimeProvider.System.GetUtcNow()), cancellationToken);
            foreach (var reply in result!.Replies)
            {
                Console.WriteLine($"\n{ReplyText.Of(reply)}");
            }
        }
    }
}
