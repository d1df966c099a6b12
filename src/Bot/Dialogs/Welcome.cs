using System.Collections.Immutable;
using TransformingLives.Bot.Dialogs.TurnedOff;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What is said before anybody has said anything: one reply, whatever is turned off.</summary>
internal static class Welcome
{
    /// <param name="channel">The channel it is said on.</param>
    public static ImmutableArray<Reply> For(string channel, Surroundings around) => around.Switches.Of(channel) is { } off
        ? [OffWords.For(off, PhraseIds.OffWelcome, around)]
        : [around.Content.Phrases.Say(around.Switches.Pilot is null ? PhraseIds.Welcome : PhraseIds.PilotWelcome, around.Content.Council.Values(around.IsOpen), 0) with { Phrase = PhraseIds.Welcome }];
}
