using TransformingLives.Bot.Dialogs.Arranging;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.HandingOver;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Desk.Takeover;

/// <summary>What took the resident ten minutes to say, for five seconds of reading. Everything in it was said.</summary>
/// <param name="SoFar">What a referral would hold now: story first, strengths before needs.</param>
/// <param name="Outcome">Where the answers lead; null while too little is known.</param>
/// <param name="Answers">Everything that was answered.</param>
/// <param name="Asked">How many questions the forms that were begun have.</param>
/// <param name="Topics">What the assistant has answered already.</param>
/// <param name="Told">Their own words outside of any question.</param>
internal sealed record ConversationSummary(Referral SoFar, TriageOutcome? Outcome, ImmutableArray<SummaryRow> Answers, int Asked, ImmutableArray<string> Topics, ImmutableArray<string> Told)
{
    /// <summary>The question that is kept open while an officer has the floor; null when there is none.</summary>
    public Question? OpenQuestion { get; init; }

    public static ConversationSummary Of(Conversation conversation, Surroundings around)
    {
        // What was raised counts here also when it is no longer open: an officer looks at the worst that was said.
        var outcome = DecideOutcome.From(around.Content.Triage, conversation.Answers, conversation.Concerns.Select(raised => raised.Concern.Kind.Code()).ToHashSet());
        var turn = new Turn { Conversation = conversation, Message = new IncomingMessage(conversation.Id, "", conversation.Channel, "", around.Now) };
        var begun = around.Content.Forms.Where(form => conversation.Forms.Contains(form.Id) || conversation.Finished.Contains(form.Id)).ToList();
        var soFar = ReferralFromConversation.Of(turn, "needs_assessment", outcome, Guid.Empty, around);
        return new ConversationSummary(
            soFar,
            conversation.Answers.ByQuestion.IsEmpty && conversation.Concerns.IsEmpty ? null : outcome,
            FormSummary.Rows(around.Content.Forms, conversation.Answers),
            begun.Sum(form => form.Questions.Count(question => ConditionHolds.In(question.AppliesWhen, conversation.Answers, conversation.OpenConcerns()))),
            [.. conversation.Topics.Select(around.Knowledge.TitleOf)],
            conversation.Told)
        {
            OpenQuestion = conversation.OpenQuestion is { } id ? around.Content.FindQuestion(id) : null,
        };
    }
}
