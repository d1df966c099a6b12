using System.Collections.Immutable;
using TransformingLives.Bot.Desk.Words;

namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>How the lines of the checklist were answered, over many reviews.</summary>
internal static class ReviewCounts
{
    public static ImmutableArray<(ReviewItem Item, int Yes, int Partly, int No)> Of(ImmutableArray<Review> reviews, ImmutableArray<ReviewItem> checklist) =>
        [.. checklist.Select(item => (item, Count(reviews, item, ReviewAnswer.Yes), Count(reviews, item, ReviewAnswer.Partly), Count(reviews, item, ReviewAnswer.No)))];

    private static int Count(ImmutableArray<Review> reviews, ReviewItem item, ReviewAnswer answer) =>
        reviews.Count(review => review.Answers.TryGetValue(item.Id, out var given) && given == answer);
}
