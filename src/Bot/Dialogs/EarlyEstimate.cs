using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A first figure from what was told in passing, when somebody wants to see one. What was not told counts as no help, and is named: the figure can only go up.</summary>
internal static class EarlyEstimate
{
    /// <summary>From so many areas on a first figure means something; below, the questions come first.</summary>
    private const int FewestTold = 3;

    /// <summary>Shows the first figure where enough was told, and goes on with the questions that are left.</summary>
    public static Turn Show(Turn turn, Surroundings around)
    {
        if (Told(turn, around) < FewestTold)
        {
            return Agenda.Open(turn, FormIds.Needs, around).End(EndingIds.Asked);
        }

        turn = AfterFigure(Figure(turn, around), around);
        return turn.End(EndingIds.Estimated);
    }

    /// <summary>The figure as it stands now.</summary>
    public static Turn Figure(Turn turn, Surroundings around)
    {
        var needs = around.Content.FindForm(FormIds.Needs)!;
        var left = Left(turn, needs);
        var counted = left.Aggregate(turn.Conversation.Answers, (answers, question) => answers.With(Lowest(question, turn)));
        if (Estimating.For(turn.Conversation, counted, around) is not EstimateResult.Estimated(var estimate))
        {
            return Estimating.Show(turn, around);
        }

        turn = turn.Say(Estimating.Tell(turn, estimate, around)).Remember(c => c with { Estimate = estimate }).End(EndingIds.Estimated);
        return left.Count == 0 ? turn : turn.Say(around, PhraseIds.EstimateEarly, ("missing", string.Join(", ", left.Select(question => question.Label.ToLowerInvariant()))));
    }

    /// <summary>The figure for the answers as they are now, and whether it is another one.</summary>
    public static Turn Now(Turn turn, Surroundings around) => AfterFigure(Estimating.Again(turn, around, PhraseIds.EstimateStands), around).End(EndingIds.Estimated);

    /// <summary>Something was told that changes the figure shown: it is worked out again, and what changed is said.</summary>
    public static Turn AfterNews(Turn turn, Surroundings around)
    {
        if (turn.Conversation.Estimate is not { } before || turn.Conversation.OpenConcerns().Count > 0)
        {
            return turn;
        }

        var needs = around.Content.FindForm(FormIds.Needs)!;
        var changed = needs.Questions.Where(question => question.Area.Length > 0 && turn.Conversation.Answers[question.Id] is { Origin: AnswerOrigin.Volunteered } answer && answer.At == turn.Message.At).ToList();
        if (changed.Count == 0)
        {
            return turn;
        }

        if (around.Switches.Estimates is not null)
        {
            return Estimating.Again(turn, around);
        }

        var what = string.Join("; ", changed.Select(question => $"{question.Label.ToLowerInvariant()} is now “{AnswerText.Of(question, turn.Conversation.Answers[question.Id]!.Value)}”"));
        turn = Estimating.Again(turn.Say(around, PhraseIds.EstimateWhatChanged, ("what", what)), around);
        return ReferenceEquals(before, turn.Conversation.Estimate) ? turn : turn.End(EndingIds.Estimated);
    }

    // After a figure comes what can be done with it: how the money can be held, and whether to pass it on.
    private static Turn AfterFigure(Turn turn, Surroundings around)
    {
        if (turn.Conversation.Estimate is null || turn.Conversation.Sent.Any(sent => sent.Kind == Assessment) || turn.Conversation.Offers.ContainsKey(OfferIds.Arrange(Assessment)))
        {
            return Commands.Reask(turn, around);
        }

        return turn.Offer(around, OfferIds.Arrange(Assessment), turn.Phrase(around, PhraseIds.EstimateHolding)).Remember(c => c with { Suggested = c.Suggested.Remove(Assessment).Insert(0, Assessment) });
    }

    private const string Assessment = "needs_assessment";

    private static int Told(Turn turn, Surroundings around) => NeedLevels.Of(around.Content.FindForm(FormIds.Needs)!, turn.Conversation.Answers).Count;

    private static List<Question> Left(Turn turn, Form needs) =>
        [.. needs.Questions.Where(question => question.Area.Length > 0 && turn.Conversation.Answers[question.Id]?.Value is not ChoiceValue)];

    private static Answer Lowest(Question question, Turn turn) =>
        new(question.Id, new ChoiceValue(question.Options.OrderBy(option => option.Level).First().Id), "", AnswerOrigin.Volunteered, turn.Message.At);
}
