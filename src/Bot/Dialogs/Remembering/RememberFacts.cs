using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Facts;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>What is said in passing fills the questions it answers, so that they are never asked; the read-back confirms it.</summary>
internal static class RememberFacts
{
    public static Turn From(Turn turn, Surroundings around)
    {
        turn = turn with { SuggestedBefore = turn.Conversation.Suggested };
        if (PressedButton.Of(turn, around) is not null)
        {
            return turn;
        }

        var facts = OfWhom(turn, turn.Reading!.Facts);
        if (FindPlace(turn, around) is { } place)
        {
            facts = facts.Add(new VolunteeredFact(FactIds.Place, new TextValue(place.Name), place.Matched));
            turn = turn.Remember(c => c with { Place = place });
        }

        if (facts.IsEmpty)
        {
            return turn;
        }

        var added = facts.Where(fact => !turn.Conversation.Facts.Contains(fact)).Distinct();
        turn = turn.Remember(c => c with
        {
            Facts = c.Facts.AddRange(added),
            NotACarer = c.NotACarer || facts.Any(fact => fact.Fact == FactIds.NotACarer),
        });
        return Fill(turn, facts, around);
    }

    // "He has epilepsy. I've got arthritis myself": the illness of the one who helps is told of them, and is not the other's.
    private static ImmutableArray<VolunteeredFact> OfWhom(Turn turn, ImmutableArray<VolunteeredFact> facts) =>
        ToldFacts.IsAbout(turn.Conversation) is "other" || turn.Conversation.Facts.IsEmpty && facts.Any(fact => fact.Fact == FactIds.PersonIs)
            ? [.. facts.Select(fact => fact.Fact == FactIds.Condition && IsOwn(fact.Words) ? fact with { Fact = "told.helper", Value = new TextValue(fact.Words) } : fact)]
            : facts;

    private static bool IsOwn(string clause)
    {
        var words = Words.All(clause);
        return (words.Contains("myself") || words is ["i", "have" or "got" or "suffer" or "am", ..] or ["ive" or "im", ..] or ["and" or "but" or "so" or "because", "i" or "ive" or "im", ..]) && !words.Any(word => Kin.Of(word) is not null);
    }

    // "No, that's me, they're in Caxton": the last that counts. A place to go to is not where somebody lives.
    private static Place? FindPlace(Turn turn, Surroundings around)
    {
        var found = PlaceWords.Of(turn.Message.Text).Select(around.Knowledge.FindPlace).FirstOrDefault(place => place is not null);
        return found is null || turn.Conversation.Place is not null && Words.HasAny(Words.Line(turn.Message.Text), "see", "visit", "go to", "going to", "went to", "get to", "trip", "hospital", "college", "shopping") ? null : found;
    }

    private static Turn Fill(Turn turn, ImmutableArray<VolunteeredFact> said, Surroundings around)
    {
        var told = ToldFacts.Of(turn.Conversation);
        var now = ToldFacts.Resolve(said, told.IsAboutSpeaker).Select(fact => fact.Fact).ToHashSet();
        foreach (var question in around.Content.Forms.SelectMany(form => form.Questions).Where(question => question.Fact.Length > 0))
        {
            if (told.For(question) is { } fact && Fits(question, fact.Value))
            {
                turn = Fill(turn, question, fact, now.Contains(fact.Fact));
            }
        }

        return turn;
    }

    private static Turn Fill(Turn turn, Question question, VolunteeredFact fact, bool isSaidNow)
    {
        var before = turn.Conversation.Answers[question.Id];
        var isOpen = turn.Conversation.OpenQuestion == question.Id && turn.Reading?.Answer is AnswerReading.Value;
        var isMendable = before is null or { Origin: AnswerOrigin.Volunteered } || isSaidNow && question.Kind is AnswerKind.Phone or AnswerKind.Email or AnswerKind.Postcode;
        if (isOpen || !isMendable || before?.Value.Equals(fact.Value) == true || before is { IsSkipped: true } && !isSaidNow)
        {
            return turn;
        }

        var value = question.Kind == AnswerKind.YesNo && fact.Value is TextValue ? new YesNoValue(true) : fact.Value;
        var answer = new Answer(question.Id, value, fact.Words, AnswerOrigin.Volunteered, turn.Message.At);
        return turn.Remember(c => c with { Answers = c.Answers.With(answer) });
    }

    private static bool Fits(Question question, AnswerValue value) => (question.Kind, value) switch
    {
        // "She has dementia" is a yes to "Is it because of an illness?".
        (AnswerKind.YesNo, YesNoValue or TextValue) => true,
        (AnswerKind.Choice, ChoiceValue choice) => question.Options.Any(option => option.Id == choice.Option),
        (AnswerKind.Date or AnswerKind.DateOfBirth, DateValue) => true,
        (AnswerKind.Number, NumberValue) => true,
        (AnswerKind.Phone, PhoneValue) => true,
        (AnswerKind.Name or AnswerKind.Email or AnswerKind.Text or AnswerKind.Postcode or AnswerKind.Place, TextValue) => true,
        _ => false,
    };
}
