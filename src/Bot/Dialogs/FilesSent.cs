using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Somebody sent a picture or a letter and no words with it: it is kept for people to look at, and we say so.</summary>
internal static class FilesSent
{
    public static Turn? Thank(Turn turn, Surroundings around) => turn.Message is { Text.Length: 0, Files.IsEmpty: false }
        ? Commands.Reask(turn.Say(around, PhraseIds.FileKept), around).End(EndingIds.Recorded)
        : null;
}
