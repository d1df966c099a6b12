namespace TransformingLives.Bot.Content;

/// <summary>A directory that the council has imported again and again: an entry of <c>directory</c> in <c>council.yaml</c>.</summary>
/// <param name="Name">Small letters, digits and dashes.</param>
/// <param name="From">Web address, file or folder.</param>
/// <param name="Every">How often.</param>
public sealed record CouncilFeed(string Name, string From, TimeSpan Every);
