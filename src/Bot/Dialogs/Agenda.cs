using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Dialogs.Plans;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What comes next, worked out from what is known and nothing else: the next question of the open form, or what follows it.</summary>
internal static class Agenda
{
    /// <summary>Opens a form, or takes up one that was set aside, and asks its next question.</summary>
    public static Turn Open(Turn turn, string formId, Surroundings around)
    {
        var form = around.Content.FindForm(formId) ?? throw new InvalidOperationException($"There is no form '{formId}' in content/forms.");
        var isNew = !turn.Conversation.Forms.Contains(formId);
        turn = turn.Remember(c => c with { Forms = c.Forms.Remove(formId).Add(formId), Finished = c.Finished.Remove(formId), OpenOffer = null, OpenQuestion = null });
        if (isNew && form.Intro.Length > 0)
        {
            turn = turn.Say(new Replies.Reply { Text = form.Intro, Phrase = $"form.{formId}.intro" });
        }

        return Next(turn, around);
    }

    /// <summary>Goes on: asks, finishes a form, offers, or says what happens now.</summary>
    public static Turn Next(Turn turn, Surroundings around)
    {
        if (turn.Conversation.Forms.IsEmpty)
        {
            return turn.Conversation.Finished.Contains(FormIds.FirstConversation) || turn.Conversation.Finished.Contains(FormIds.Contact)
                ? AfterForms(turn, around)
                : Idle(turn, around);
        }

        var form = around.Content.FindForm(turn.Conversation.Forms[^1]);
        if (form is null)
        {
            return Next(turn.Remember(c => c with { Forms = c.Forms.RemoveAt(c.Forms.Length - 1) }), around);
        }

        return NextQuestion.Of(form, turn.Conversation.Answers, turn.Conversation.OpenConcerns()) is { } question
            ? turn.Ask(around, question)
            : Next(Finish(turn, form, around), around);
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
            FormIds.PlanByText => PlanTelling.SendText(turn, around),
            FormIds.Money => Charges.Show(turn, around),
            FormIds.Helper => EligibilityTelling.Tell(turn, around.Content.Eligibility.Helper, "eligibility.helper", around),
            _ => turn,
        };
    }

    private static Turn AfterForms(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.References.Length > 0)
        {
            return PlanTelling.WhatNow(turn, around);
        }

        var outcome = Outcomes.Of(conversation, around);
        var offers = conversation.Offers;
        if (Wants(outcome, "needs_assessment") && !outcome.IsCrisis && !offers.ContainsKey(OfferIds.Estimate) && !conversation.Finished.Contains(FormIds.Needs))
        {
            return turn.Offer(around, OfferIds.Estimate);
        }

        if (conversation.Estimate is not null && !offers.ContainsKey(OfferIds.Money))
        {
            return turn.Offer(around, OfferIds.Money);
        }

        if (Wants(outcome, "carers_assessment") && !offers.ContainsKey(OfferIds.Helper))
        {
            return turn.Offer(around, OfferIds.Helper);
        }

        var ask = outcome.Referrals.IsEmpty ? OfferIds.Advice : OfferIds.Refer;
        if (!offers.TryGetValue(ask, out var accepted))
        {
            return turn.Offer(around, ask);
        }

        if (!accepted)
        {
            return PlanTelling.WhatNow(turn, around);
        }

        if (!conversation.Finished.Contains(FormIds.Contact))
        {
            return Open(turn, FormIds.Contact, around);
        }

        return offers.ContainsKey(OfferIds.Send)
            ? PlanTelling.WhatNow(turn, around)
            : turn.Say(Summaries.Of(turn, around)).Offer(around, OfferIds.Send);
    }

    private static bool Wants(TriageOutcome outcome, string kind) => outcome.Referrals.Contains(kind);

    private static Turn Idle(Turn turn, Surroundings around) =>
        turn.Conversation.Offers.ContainsKey(OfferIds.FirstConversation) || turn.Conversation.Topics.IsEmpty
            ? turn.Say(around, PhraseIds.WhatNow)
            : turn.Offer(around, OfferIds.FirstConversation);
}
