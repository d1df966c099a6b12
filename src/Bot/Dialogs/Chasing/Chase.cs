using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;
using TransformingLives.Bot.Reading.Commands;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Dialogs.Chasing;

/// <summary>"What's happening with my referral?": told to whoever gives its reference and the person's date of birth. It names nobody, and a wrong date learns nothing.</summary>
internal static class Chase
{
    private const int MostWrong = 3;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly char[] PartEnds = [',', '.', ';', '?', '!', '\n'];

    /// <summary>Null when nobody asks.</summary>
    public static Turn? Take(Turn turn, Surroundings around)
    {
        var chase = turn.Conversation.Chase;
        var isOpen = chase.IsOpen && IsLatest(turn.Conversation);
        var (asks, reference, rest) = ProgressReader.In(turn.Message.Text);
        reference ??= isOpen && chase.Reference is null ? ProgressReader.Bare(turn.Message.Text) : null;
        if (!asks && reference is null && !isOpen)
        {
            return null;
        }

        var born = Born(rest, around.Today);
        if (!asks && reference is null && born is null)
        {
            // They talk of something else.
            return Otherwise(turn, around);
        }

        if (chase.Wrong >= MostWrong)
        {
            return Done(turn.Say(around, PhraseIds.ProgressRing), around);
        }

        if (asks && reference is null && chase.Reference is null && !turn.Conversation.Sent.IsEmpty)
        {
            return OfThisConversation(turn, chase, born, around);
        }

        return With(turn, chase with { IsOpen = true, Reference = reference ?? chase.Reference, BornOn = born ?? chase.BornOn }, around);
    }

    // Once something else has been talked of, a date or a number answers that.
    private static bool IsLatest(Conversation conversation) =>
        conversation.LastReplies.Any(reply => reply.Phrase.StartsWith("progress.", StringComparison.Ordinal) || (reply.Phrase == PhraseIds.Nudge && conversation.OpenQuestion is null));

    private static Turn With(Turn turn, ReferralChase chase, Surroundings around)
    {
        turn = turn.Remember(c => c with { Chase = chase });
        if (chase.Reference is not { } reference)
        {
            return turn.Say(around, PhraseIds.ProgressReference).End(EndingIds.Asked);
        }

        if (chase.BornOn is not { } born)
        {
            return turn.Say(around, PhraseIds.ProgressBorn, ("reference", reference)).End(EndingIds.Asked);
        }

        return turn.LookedUp switch
        {
            null => turn with { LookUp = new LookUp(reference, born) },
            { Progress: { } progress } => Done(Tell(turn.Remember(c => c with { Chase = chase with { IsOpen = false, Reference = null, BornOn = null } }), progress, around), around),
            _ => NotFound(turn, chase, around),
        };
    }

    // Who sent it here is who asks: what they told us then is enough.
    private static Turn OfThisConversation(Turn turn, ReferralChase chase, DateOnly? born, Surroundings around)
    {
        var known = born ?? (turn.Conversation.Answers["person_date_of_birth"]?.Value as DateValue)?.Day;
        return known is null ? WhatNow.Tell(turn, around) : With(turn, chase with { IsOpen = true, Reference = turn.Conversation.Sent[^1].Reference, BornOn = known }, around);
    }

    private static Turn NotFound(Turn turn, ReferralChase chase, Surroundings around)
    {
        var wrong = chase.Wrong + 1;
        turn = turn.Remember(c => c with { Chase = new ReferralChase(wrong < MostWrong, null, null, wrong) });
        return wrong < MostWrong
            ? turn.Say(around, PhraseIds.ProgressNotFound).End(EndingIds.NotFound)
            : Done(turn.Say(around, PhraseIds.ProgressRing), around);
    }

    private static Turn Tell(Turn turn, ReferralProgress progress, Surroundings around)
    {
        var phrase = progress.Status switch
        {
            "accepted" => PhraseIds.ProgressAccepted,
            "in_progress" => PhraseIds.ProgressInProgress,
            "on_hold" => PhraseIds.ProgressOnHold,
            "completed" => PhraseIds.ProgressCompleted,
            "declined" => PhraseIds.ProgressDeclined,
            _ => PhraseIds.ProgressWaiting,
        };
        turn = turn.Say(around, phrase, ("reference", progress.Reference), ("since", Day(progress.Since)));
        return progress.Outcome?.RespondBy is { } by && progress.Status is not ("completed" or "declined" or "in_progress")
            ? turn.Say(around, by >= around.Now ? PhraseIds.ProgressBy : PhraseIds.ProgressLate, ("by", Day(by)))
            : turn;
    }

    private static Turn Done(Turn turn, Surroundings around) => Commands.Reask(turn.End(EndingIds.Answered), around);

    private static Turn? Otherwise(Turn turn, Surroundings around)
    {
        // A number or a date that can't be read is asked for again; anything else is what they want to talk about now.
        var looksLikeAnswer = turn.Message.Text.Count(char.IsAsciiDigit) >= 3 && turn.Message.Text.Length < 40;
        return looksLikeAnswer ? With(turn, turn.Conversation.Chase, around) : null;
    }

    private static DateOnly? Born(string text, DateOnly today) =>
        BirthReader.Read(text.Replace('?', ' '), "", today)
        ?? text.Split(PartEnds, StringSplitOptions.RemoveEmptyEntries).Select(part => BirthReader.Read(part, "", today)).FirstOrDefault(born => born is not null);

    private static string Day(DateTimeOffset at) => CouncilCalendar.InLondon(at).ToString("dddd d MMMM", British);
}
