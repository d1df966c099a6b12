using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>The ordinary conversation. One message may answer, ask, tell and agree at once; each is taken in turn, and then it goes on.</summary>
internal static class Talk
{
    private const int Reasked = 2;
    private const int ReaskedAfterQuestions = 3;

    public static Turn On(Turn turn, MessageReading reading, Surroundings around)
    {
        var open = turn.Conversation.OpenQuestion;
        if (open is null && reading.Agrees is null && ServiceFollowUps.Take(turn, turn.Message.Text, around) is { } followed)
        {
            return followed;
        }

        var suggested = turn.SuggestedBefore;
        var taken = Offers.Take(turn, reading, around);
        turn = taken ?? Wishes.TurnedDown(turn, reading, around);
        taken ??= turn.Ending is null ? null : turn;
        taken = Asking.Take(turn, reading, around) ?? taken;
        turn = taken ?? turn;
        if (turn.Ending is null or EndingIds.Asked && Wishes.In(turn, reading, suggested, around) is { Count: > 0 } wished)
        {
            taken = turn = Sending.Send(turn, wished, around);
        }

        taken ??= open is null && reading.Statement.Length > 0 ? AboutTheBudget.Take(turn, reading.Statement, isAsked: false, around) : null;
        turn = Remembered(taken ?? turn, reading);
        turn = EarlyEstimate.AfterNews(turn, around);
        var (answered, topics) = Answering.Questions(turn, reading, around);
        var told = taken is not null && Agenda.IsInterview(turn.Conversation) ? answered : TellCues.New(answered, reading, around);
        var isHeard = taken is not null || told.Replies.Length > turn.Replies.Length;
        var heard = isHeard ? told : Seek(told, reading, ref topics, around);
        return Proceed(heard, turn, reading, open, topics, around);
    }

    private static Turn Remembered(Turn turn, MessageReading reading) =>
        reading.Statement.Length > 0 && (reading.Has(Intent.Telling) || turn.Conversation.Facts.Length > turn.FactsBefore || !turn.Cues.IsEmpty)
            ? turn.Remember(c => c with { Told = c.Told.Add(turn.Message.Text) })
            : turn;

    // A few words, or a wish, with nothing picked up: what may be meant? Somebody who only tells gets no answer that is not surely theirs.
    private static Turn Seek(Turn turn, MessageReading reading, ref ImmutableArray<string> topics, Surroundings around)
    {
        if (reading.Statement.Length == 0 || !Seeking.Is(turn, reading) || Answering.Sure(turn, reading.Statement, around) is not { } found)
        {
            return turn;
        }

        topics = topics.Add(found.Topics[0].Id);
        return Answering.Say(turn, found, around);
    }

    private static Turn Proceed(Turn turn, Turn before, MessageReading reading, string? open, ImmutableArray<string> topics, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.OpenOffer is not null && conversation.OpenOffer != before.Conversation.OpenOffer || turn.Ending == EndingIds.OutOfScope && turn.Replies.Length > 0 && open is null)
        {
            return turn.End(EndingIds.Asked);
        }

        if (turn.Conversation.Sent.Length > before.Conversation.Sent.Length || turn.Ending == EndingIds.HandedOver)
        {
            return Agenda.Next(turn.Remember(c => c with { OpenQuestion = null }), around);
        }

        var isSaid = turn.Replies.Length > 0 || turn.Ending is not null;
        var isNews = conversation.Facts.Length > turn.FactsBefore || !turn.Cues.IsEmpty;
        if (conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return StillOpen(turn, question, reading, isSaid, isNews, topics, around);
        }

        if (!isSaid && !isNews && reading.Statement.Length > 0)
        {
            return Unheard.Answer(turn, reading, around);
        }

        turn = isSaid ? turn : turn.Say(around, PhraseIds.Noted).End(EndingIds.Answered);
        return GoOn(turn, topics, around);
    }

    // Something else was said: what it calls for comes first; else the question comes once or twice more, and then it is left.
    private static Turn StillOpen(Turn turn, Question question, MessageReading reading, bool isSaid, bool isNews, ImmutableArray<string> topics, Surroundings around)
    {
        if (!isSaid && TurnsDownWhatWasTold(turn, reading))
        {
            return Commands.Reask(turn.Say(around, PhraseIds.ArrangeDeclined), around).End(EndingIds.Declined);
        }

        if (!isSaid && BothOfThem.Take(turn, reading, around) is { } both)
        {
            return both;
        }

        if (!isSaid && !isNews)
        {
            return reading.Agrees == false ? LeaveIt(turn, question, around) : Asking.Missed(turn, question, reading.Answer, around);
        }

        turn = isSaid ? turn : turn.Say(around, PhraseIds.Noted);
        if (Agenda.CalledFor(turn, around) is { } called)
        {
            return called.End(EndingIds.Asked);
        }

        if (turn.Conversation.Version > 0 && !Agenda.IsInterview(turn.Conversation) && FittingOffer.Now(turn, [], around) is { } offered)
        {
            return offered.End(EndingIds.Asked);
        }

        var misses = turn.Conversation.Misses + 1;
        return misses < (reading.Questions.IsEmpty ? Reasked : ReaskedAfterQuestions)
            ? Commands.Reask(turn.Remember(c => c with { Misses = misses }), around).End(EndingIds.Asked)
            : GoOn(turn.Pass(question), topics, around);
    }

    // "Not that sort of thing": said of what was told last, and not of the question after it.
    private static bool TurnsDownWhatWasTold(Turn turn, MessageReading reading) =>
        reading.Agrees == false && Words.HasAny(Words.Line(reading.Statement), "that sort", "that kind", "like that", "that one") && turn.Conversation.LastReplies.Any(reply => reply.Phrase.StartsWith("cue.", StringComparison.Ordinal));

    // "I'd rather leave that": no answer, and no to be argued with.
    private static Turn LeaveIt(Turn turn, Question question, Surroundings around) =>
        GoOn(turn.Say(around, PhraseIds.Skipped).End(EndingIds.Declined).Pass(question), [], around);

    private static Turn GoOn(Turn turn, ImmutableArray<string> topics, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (Agenda.CalledFor(turn, around) is { } called)
        {
            return called.End(EndingIds.Asked);
        }

        var isFirst = conversation.Version == 0;
        if (!isFirst && !Agenda.IsInterview(conversation) && FittingOffer.Now(turn, topics, around) is { } offered)
        {
            return offered.End(EndingIds.Asked);
        }

        if (conversation.Forms.IsEmpty && conversation.Finished.IsEmpty)
        {
            return Started(turn, topics, around);
        }

        var isPlainAnswer = turn.Ending is EndingIds.Answered or EndingIds.NotFound && conversation.Forms.IsEmpty && !topics.IsEmpty;
        return isPlainAnswer ? turn : Agenda.Next(turn, around).End(EndingIds.Asked);
    }

    // Somebody who tells a story is asked; somebody who only asks is offered to be, where it fits, and once.
    private static Turn Started(Turn turn, ImmutableArray<string> topics, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.IsInCrisis)
        {
            // Help for today is on its way: what is told goes with it, and no form is begun over it.
            return (turn.Replies.Any(reply => reply.Phrase != PhraseIds.CarryOnAfterConcern) ? turn : turn.Say(around, PhraseIds.Noted)).End(EndingIds.Answered);
        }

        var isStory = conversation.Told.Length > 0 && (conversation.Facts.Length > 0 || conversation.Cues.Length > 1) && conversation.Offers.GetValueOrDefault(OfferIds.FirstConversation, true);
        if (isStory && (turn.Ending is not (EndingIds.Declined or EndingIds.HandedOver)) && !IsPlainRequest(turn))
        {
            return Agenda.Next(Agenda.Begin(turn, FormIds.FirstConversation, around), around).End(EndingIds.Asked);
        }

        var isNeed = turn.Cues.Any(cue => cue.Fills.Length > 0) && !conversation.Facts.Any(fact => fact.Fact == FactIds.NotWanted);
        var mayOffer = conversation.MayOffer(OfferIds.FirstConversation) && (isNeed || topics.Any(around.Content.Triage.TopicsThatOpenAConversation.Contains));
        return mayOffer ? turn.Offer(around, OfferIds.FirstConversation).End(EndingIds.Answered)
            : !conversation.Sent.IsEmpty ? Agenda.Next(turn, around) : turn.End(EndingIds.Answered);
    }

    // "I only want somebody for the garden": one thing is asked for, and nothing is opened over it.
    private static bool IsPlainRequest(Turn turn) =>
        turn.Conversation.Version == 0 && turn.Conversation.Facts.All(fact => fact.Fact.StartsWith("told.", StringComparison.Ordinal) || fact.Fact is FactIds.Wants or FactIds.NotWanted or FactIds.Place);
}
