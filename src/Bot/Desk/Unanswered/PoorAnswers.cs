using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>Guides whose answers did not help somebody, the worst first, with what was asked, without personal details.</summary>
/// <param name="Guide">Id of the guide.</param>
/// <param name="Helped">How often it helped.</param>
/// <param name="NotHelped">How often it did not.</param>
/// <param name="Examples">Some of what was asked when it did not.</param>
internal sealed record PoorAnswers(string Guide, int Helped, int NotHelped, ImmutableArray<string> Examples)
{
    private const int Most = 2_000;
    private const int ExamplesShown = 3;

    public static async Task<ImmutableArray<PoorAnswers>> ReadAsync(AnswerVotes votes, Surroundings around, CancellationToken cancellationToken)
    {
        var without = new WithoutPersonalDetails(OrdinaryWords.Of(around));
        var all = await votes.OfAsync(around.Now - UnansweredQuestions.Lately, Most, cancellationToken);
        return [.. all.GroupBy(vote => vote.Guide)
            .Select(guide => new PoorAnswers(
                guide.Key,
                guide.Count(vote => vote.Helped),
                guide.Count(vote => !vote.Helped),
                [.. guide.Where(vote => !vote.Helped && vote.Asked.Length > 0).Select(vote => without.Of(vote.Asked, PersonalWords.Of(vote.Conversation, around.Content))).Distinct().Take(ExamplesShown)]))
            .Where(guide => guide.NotHelped > 0)
            .OrderByDescending(guide => guide.NotHelped).ThenBy(guide => guide.Guide, StringComparer.Ordinal)];
    }
}
