using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Dialogs.Plans;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What comes next, worked out from what is known and nothing else: a question, an offer that fits, or what happens now.</summary>
internal static class Agenda
{
    /// <summary>Begins a form, or takes up one that was set aside. <see cref="Next"/> asks.</summary>
    public static Turn Begin(Turn turn, string formId, Surroundings around)
    {
        var form = around.Content.FindForm(formId) ?? throw new InvalidOperationException($"There is no form '{formId}' in content/forms.");
        var isNew = !turn.Conversation.Forms.Contains(formId) && !turn.Conversation.Finished.Contains(formId);
        turn = turn.Remember(c => c with { Forms = c.Forms.Remove(formId).Add(formId), Finished = c.Finished.Remove(formId), OpenOffer = null, OpenQuestion = null });
        return isNew && form.Intro.Length > 0 ? turn.Say(new Reply { Text = form.Intro, Phrase = $"form.{formId}.intro" }) : turn;
    }

    /// <summary>Begins a form and asks its next question.</summary>
    public static Turn Open(Turn turn, string formId, Surroundings around) => Next(Begin(turn, formId, around), around);

    /// <summary>Goes on: asks, finishes a form, offers, or says what happens now.</summary>
    public static Turn Next(Turn turn, Surroundings around)
    {
        if (CalledFor(turn, around) is { } called)
        {
            return called;
        }

        // Whoever wanted to see a figure is told what they may have to pay, if they like.
        if (around.Switches.Estimates is null && OffersMoney(turn.Conversation) && (turn.Conversation.Forms.IsEmpty || !turn.Conversation.Sent.IsEmpty && !IsInterview(turn.Conversation)))
        {
            return turn.Offer(around, OfferIds.Money);
        }

        // Once something is sent, only how to reach them is asked: nobody who is done is kept.
        if (!turn.Conversation.Sent.IsEmpty && !IsInterview(turn.Conversation) && turn.Conversation.Forms is not [.., FormIds.PlanByText])
        {
            return HowToReach(turn, around);
        }

        if (turn.Conversation.Forms.IsEmpty)
        {
            return turn.Conversation.Finished.Contains(FormIds.FirstConversation) ? AfterForms(turn, around) : Idle(turn, around);
        }

        var form = around.Content.FindForm(turn.Conversation.Forms[^1]);
        if (form is null)
        {
            return Next(turn.Remember(c => c with { Forms = c.Forms.RemoveAt(c.Forms.Length - 1) }), around);
        }

        return NextQuestion.Of(form, turn.Conversation.Answers, turn.Conversation.OpenConcerns(), turn.Conversation.Passed) is { } question
            ? FirstSupportPlan.Cards(turn, question, around).Ask(around, question)
            : Next(Finish(turn, form, around), around);
    }

    /// <summary>Asks what something called for, such as whether money is taken: once, before anything else; null when nothing does.</summary>
    public static Turn? CalledFor(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        var question = conversation.Version == 0 || conversation.IsInCrisis ? null : conversation.Cues
            .Select(around.Cues.Find).OfType<Triage.Cues.Cue>()
            .SelectMany(cue => cue.Ask)
            .Where(id => conversation.Answers[id] is null && !conversation.Passed.Contains(id) && conversation.OpenQuestion != id)
            .Select(around.Content.FindQuestion)
            .FirstOrDefault(question => question is not null);
        return question is null ? null : turn.Ask(around, question);
    }

    /// <summary>A form of many short questions is under way: nothing is offered in the middle of it.</summary>
    public static bool IsInterview(Conversation conversation) => conversation.Forms is [.., FormIds.Needs or FormIds.Money or FormIds.Helper or FormIds.CheckIn or FormIds.ContingencyPlan or FormIds.SupportPlan];

    private static Turn HowToReach(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.Finished.Contains(FormIds.Contact))
        {
            return turn.Conversation.PlanIsKnown && !turn.Replies.IsEmpty ? OrMore(turn, around) : Ended(turn, around);
        }

        // Who texts is reached by text.
        if (Reach.IsByText(conversation) && !conversation.Passed.Contains("contact_phone"))
        {
            turn = turn.Remember(c => c with { Passed = c.Passed.Add("contact_phone") });
        }

        if (!conversation.Forms.Contains(FormIds.Contact))
        {
            turn = Begin(Reach.IsKnown(conversation) ? turn : turn.Say(around, PhraseIds.NeedNumber), FormIds.Contact, around);
        }

        var form = around.Content.FindForm(FormIds.Contact)!;
        return NextQuestion.Of(form, turn.Conversation.Answers, turn.Conversation.OpenConcerns(), turn.Conversation.Passed) is { } question
            ? turn.Ask(around, question)
            : Finish(turn, form, around);
    }

    private static Turn Finish(Turn turn, Form form, Surroundings around)
    {
        turn = turn.Remember(c => c with
        {
            Forms = c.Forms.Remove(form.Id),
            Finished = c.Finished.Contains(form.Id) ? c.Finished : c.Finished.Add(form.Id),
            OpenQuestion = null,
        });
        return form.Id switch
        {
            FormIds.FirstConversation => Outcomes.Tell(turn, around),
            FormIds.Needs => Estimating.Show(EligibilityTelling.Tell(turn, around.Content.Eligibility.Adult, "eligibility", around), around),
            FormIds.CheckIn => CheckingIn.Answered(turn, around),
            FormIds.PlanByText => PlanTelling.SendText(turn, around),
            FormIds.Money => Charges.Show(turn, around),
            FormIds.Helper => EligibilityTelling.Tell(turn, around.Content.Eligibility.Helper, "eligibility.helper", around),
            FormIds.Contact => OrMore(PlanTelling.Ready(turn.Say(Summaries.OfSent(turn, around)), around), around),
            FormIds.SupportPlan => FirstSupportPlan.Written(turn, around),
            FormIds.ContingencyPlan => Contingency.Written(turn, around),
            _ => turn,
        };
    }

    private static Turn AfterForms(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        var outcome = OutcomeOf.Answers(conversation, around);
        if (Wants(outcome, "needs_assessment") && !outcome.IsCrisis && Estimating.MayBeOffered(conversation, around) && !conversation.Finished.Contains(FormIds.Needs))
        {
            return turn.Offer(around, OfferIds.Estimate);
        }

        if (Wants(outcome, "carers_assessment") && conversation.MayOffer(OfferIds.Helper) && conversation.MayOffer(OfferIds.Arrange("carers_assessment")) && !conversation.Finished.Contains(FormIds.Helper))
        {
            return turn.Offer(around, OfferIds.Helper);
        }

        return FittingOffer.AtTheEnd(turn, outcome, around) ?? Ended(turn, around);
    }

    // Their own plan is ready. Whoever saw a figure can plan with it, and whoever may need a plan for a bad day can write that.
    private static Turn Ended(Turn turn, Surroundings around) =>
        More(turn.Conversation, around) is null ? PlanTelling.WhatNow(turn, around) : OrMore(PlanTelling.Ready(turn, around), around);

    private static Turn OrMore(Turn turn, Surroundings around) => More(turn.Conversation, around) is { } offer ? turn.Offer(around, offer) : turn;

    // What was agreed to early, before any figure was spoken of, does not keep one from anybody.
    private static string? More(Conversation conversation, Surroundings around) =>
        conversation.Sent.Any(sent => sent.Kind == "needs_assessment") && !conversation.IsInCrisis && Estimating.MayBeOffered(conversation, around) && !conversation.Finished.Contains(FormIds.Needs) ? OfferIds.Estimate
        : around.Switches.Estimates is null && FirstSupportPlan.MayBeOffered(conversation) ? OfferIds.SupportPlan : Contingency.MayBeOffered(conversation) ? OfferIds.Contingency : null;

    private static bool OffersMoney(Conversation conversation) =>
        conversation.Estimate is not null && conversation.Finished.Contains(FormIds.Needs) && conversation.MayOffer(OfferIds.Money) && !conversation.Finished.Contains(FormIds.Money);

    private static bool Wants(TriageOutcome outcome, string kind) => outcome.Referrals.Contains(kind);

    private static Turn Idle(Turn turn, Surroundings around) =>
        FittingOffer.OfContingencyPlan(turn, around) is { } passedOn ? passedOn
        : !turn.Conversation.MayOffer(OfferIds.FirstConversation) || turn.Conversation.Topics.IsEmpty
            ? turn.Say(around, PhraseIds.WhatNow)
            : turn.Offer(around, OfferIds.FirstConversation);
}
