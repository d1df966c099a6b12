using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>What has to be said of a place: which council to ask where it isn't ours, once, and "where are you?" when what is near was asked for and nobody said.</summary>
internal static class AboutThePlace
{
    private const int ServicesNear = 2;

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

        turn = NowKnown(turn, before, around);
        if (turn.Conversation.Place is { InArea: false, CouncilName: { Length: > 0 } council } place && before.Place?.Name != place.Name && turn.Replies.All(reply => reply.Phrase != PhraseIds.OutOfArea))
        {
            return Insert(turn, turn.Phrase(around, PhraseIds.OtherCouncil, ("place", place.Name), ("other_council", council)));
        }

        return turn.Conversation.Place is null && turn.Replies.Any(reply => !reply.Services.IsEmpty) && Words.HasAny(Words.Line(turn.Message.Text), Near.AsSpan()) && turn.Replies.All(reply => reply.Phrase != PhraseIds.NearestWhere)
            ? Insert(turn, turn.Phrase(around, PhraseIds.WhereAreYou))
            : turn;
    }

    // What is only of use nearby and was told of when nobody knew where: now for the place.
    private static Turn NowKnown(Turn turn, Conversation before, Surroundings around)
    {
        if (before.Place is not null || turn.Conversation.Place is not { } place || turn.Replies.Any(reply => !reply.Services.IsEmpty) || before.Topics.FirstOrDefault(TellCues.IsLocal) is not { } topic || before.Named.All(named => named.Topic != topic))
        {
            return turn;
        }

        var near = around.Knowledge.ServicesFor(topic, place, around.Now, ServicesNear, Answering.Unwanted(turn.Conversation)).RemoveAll(service => service.Miles is null);
        return Insert(turn, near.IsEmpty
            ? turn.Phrase(around, PhraseIds.NoneOf, ("what", around.Knowledge.TitleOf(topic)), ("place", place.Name))
            : turn.Phrase(around, PhraseIds.NearThere, ("place", place.Name)) with { Services = near });
    }

    // A question stays last.
    private static Turn Insert(Turn turn, Reply said) =>
        turn with { Replies = turn.Replies[^1] is { Asks: not null } or { Actions.IsEmpty: false } ? turn.Replies.Insert(turn.Replies.Length - 1, said) : turn.Replies.Add(said) };
}
