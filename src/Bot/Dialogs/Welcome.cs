using System.Collections.Immutable;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What is said before anybody has said anything.</summary>
internal static class Welcome
{
    public static ImmutableArray<Reply> For(Surroundings around) =>
        [around.Content.Phrases.Say(PhraseIds.Welcome, around.Content.Council.Values(around.IsOpen), 0) with { Phrase = PhraseIds.Welcome }];
}
