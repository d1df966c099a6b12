using TransformingLives.Bot.Reading.Suggesting;

namespace TransformingLives.Bot.Turns.Steps;

/// <summary>Takes what a second pair of eyes saw, as far as it may stand. Pure: what was suggested comes with the turn, and what was taken is stored with it.</summary>
internal static class SecondReadStep
{
    public static Turn Run(Turn turn, Surroundings around)
    {
        if (turn.Suggested is not { } suggested || turn.Reading is not { } read)
        {
            return turn;
        }

        var concerns = TakeSuggestions.Concerns(turn.Message.Text, suggested, turn.Concerns);
        var (reading, answers) = TakeSuggestions.Answers(turn.Message.Text, read, suggested, turn.Conversation, ReadStep.Context(turn, around));
        var version = turn.Conversation.Version;
        return turn with
        {
            Reading = reading,
            Concerns = [.. turn.Concerns.AddRange(concerns).OrderBy(concern => concern.Kind)],
            Conversation = turn.Conversation with
            {
                Suggestions = turn.Conversation.Suggestions
                    .AddRange(answers.Select(answer => new TakenSuggestion(version, answer.Question, null, answer.Quote)))
                    .AddRange(concerns.Select(concern => new TakenSuggestion(version, "", concern.Kind, concern.Words))),
            },
        };
    }
}
