using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>What has to be said of a place: which council to ask where it isn't ours, once, and "where are you?" when what is near was asked for and nobody said.</summary>
internal static class AboutThePlace
{
    private static readonly ImmutableArray<string> Near = ["near me", "near us", "near here", "nearby", "round here", "around here", "close by", "in my area", "in our area", "my nearest", "the nearest", "closest"];

    /// <summary>Adds it to what is said in this turn.</summary>
    /// <param name="turn">The turn as it was decided.</param>
    /// <param name="before">The conversation before it.</param>
    public static Turn After(Turn turn, Conversation before, Surroundings around)
    {
        if (turn.Replies.IsEmpty || !turn.Concerns.IsEmpty || turn.Conversation.Floor == Floor.Officer)
        {
            return turn;
        }

        if (turn.Conversation.Place is { InArea: false, CouncilName: { Length: > 0 } council } place && before.Place?.Name != place.Name && turn.Replies.All(reply => reply.Phrase != PhraseIds.OutOfArea))
        {
            return Insert(turn, turn.Phrase(around, PhraseIds.OtherCouncil, ("place", place.Name), ("other_council", council)));
        }

        return turn.Conversation.Place is null && turn.Replies.Any(reply => !reply.Services.IsEmpty) && Words.HasAny(Words.Line(turn.Message.Text), Near.AsSpan()) && turn.Replies.All(reply => reply.Phrase != PhraseIds.NearestWhere)
            ? Insert(turn, turn.Phrase(around, PhraseIds.WhereAreYou))
            : turn;
    }

    // A question stays last.
    private static Turn Insert(Turn turn, Reply said) =>
        turn with { Replies = turn.Replies[^1] is { Asks: not null } or { Actions.IsEmpty: false } ? turn.Replies.Insert(turn.Replies.Length - 1, said) : turn.Replies.Add(said) };
}
