namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>A question that had no answer, as authors may read it.</summary>
/// <param name="Words">What was asked, without personal details.</param>
/// <param name="Ending">How its turn ended: <c>not_found</c> or <c>out_of_scope</c>.</param>
/// <param name="At">When.</param>
internal sealed record AskedQuestion(string Words, string Ending, DateTimeOffset At)
{
    /// <summary>The same for the same words in another order.</summary>
    public string Id { get; } = PutTogether.Id(Words);
}
