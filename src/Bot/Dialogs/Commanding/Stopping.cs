using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>Stopping for now, with a text if that is wanted, and beginning anew. Nothing told is lost by stopping.</summary>
internal static class Stopping
{
    public static Turn Stop(Turn turn, MessageReading reading, Surroundings around) =>
        reading.Has(Intent.Goodbye) && turn.Conversation.OpenQuestion is null
            ? turn.Say(around, PhraseIds.Goodbye).End(EndingIds.Stopped)
            : turn.Say(around, PhraseIds.Stopped).End(EndingIds.Stopped);

    /// <summary>A text with where we got to, to the number in the message or the one we have.</summary>
    public static Turn AndText(Turn turn, Surroundings around)
    {
        if (Reach.Phone(turn.Conversation) is not { } number)
        {
            return turn.Say(around, PhraseIds.Stopped).End(EndingIds.Stopped);
        }

        // A number that nobody has shown to be theirs is told nothing of what was talked about.
        var isTheirs = turn.Conversation.Numbers.Contains(number.International());
        var text = isTheirs ? turn.Phrase(around, PhraseIds.TextToCarryOn, ("what", WhatWasSaid.Of(turn.Conversation))) : turn.Phrase(around, PhraseIds.TextToComeBack);
        var work = new CaseWork.SendText(WorkId.For(turn, "text"), turn.Conversation.Id, number.International(), TextMessage.Of(text)) { IsPersonal = isTheirs };
        return turn.Do(work).Say(around, PhraseIds.StoppedWithText, ("number", number.Printed())).End(EndingIds.Stopped);
    }

    public static Turn StartAgain(Turn turn, Surroundings around)
    {
        var old = turn.Conversation;
        var anew = new Conversation
        {
            Id = old.Id,
            Version = old.Version,
            Channel = old.Channel,
            LastChannel = old.LastChannel,
            Numbers = old.Numbers,
            StartedAt = old.StartedAt,
            Concerns = old.Concerns,
            Crisis = old.Crisis,
            CheckInsUntil = old.CheckInsUntil,
            References = old.References,
            Sent = old.Sent,
            Floor = old.Floor,
            Handover = old.Handover,
            WrapUps = old.WrapUps,
            EasyRead = old.EasyRead,
        };
        return (turn with { Conversation = anew }).Say(around, PhraseIds.StartedAgain).End(EndingIds.StartedAgain);
    }
}
