using System.Collections.Frozen;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Unanswered;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.LanguageModel.Masking;

/// <summary>Makes masks: the words that may leave are looked up once for each edition of the content.</summary>
internal sealed class MaskWords
{
    private volatile Known? known;

    /// <summary>A mask for one call, with what this conversation has told.</summary>
    public PersonalMask For(Conversation conversation, Surroundings around) =>
        new(Ordinary(around), PersonalWords.Of(conversation, around.Content));

    private FrozenSet<string> Ordinary(Surroundings around)
    {
        if (known is { } held && ReferenceEquals(held.Of.Content, around.Content) && ReferenceEquals(held.Of.Knowledge, around.Knowledge))
        {
            return held.Words;
        }

        var words = OrdinaryWords.Of(around)
            .Concat(around.Content.Forms.SelectMany(form => form.Questions).SelectMany(question => question.Options.SelectMany(option => option.Words.Append(option.Label)).Append(question.Ask)).SelectMany(text => Reading.Words.All(text)))
            .Concat(around.Knowledge.ExampleQuestions.Select(example => example.TopicId).Distinct().Select(topic => around.Knowledge.GuideFor(topic, around.Now)).OfType<Passage>().SelectMany(guide => Reading.Words.All($"{guide.Title} {guide.Summary} {guide.Body}")))
            .Concat(around.Prompts.Ordinary)
            .Distinct().Where(word => around.Knowledge.FindPlace(word) is null)
            .Concat(["i", "i'm", "i've"])
            .ToFrozenSet(StringComparer.Ordinal);
        known = new Known(around, words);
        return words;
    }

    private sealed record Known(Surroundings Of, FrozenSet<string> Words);
}
