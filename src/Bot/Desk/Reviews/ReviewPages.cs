using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Words;

namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>What can be reviewed, how reviews went, and one review.</summary>
internal static class ReviewPages
{
    private static readonly ImmutableArray<(ReviewAnswer Answer, string Words)> Choices = [(ReviewAnswer.Yes, "Yes"), (ReviewAnswer.Partly, "Partly"), (ReviewAnswer.No, "No"), (ReviewAnswer.None, "Does not apply")];

    public static string List(ImmutableArray<FinishedConversation> finished, ImmutableArray<Review> made, BotContent content, string said) => $"""
        <h1 class="govuk-heading-l">Reviews</h1>{(said == "kept" ? "<p class=\"said\" role=\"status\">The review is kept and counted.</p>" : "")}
        <section aria-labelledby="counts"><h2 id="counts" class="govuk-heading-m">How {Number(made.Length)} reviews went, last 91 days</h2>{(made.IsEmpty ? "<p class=\"govuk-body\">There are none yet.</p>" : Counts(made, content.Desk.Checklist))}</section>
        <section aria-labelledby="closed"><h2 id="closed" class="govuk-heading-m">Closed by an officer</h2>{Table([.. finished.Where(one => one.Outcome.Length > 0)], content)}</section>
        <section aria-labelledby="alone"><h2 id="alone" class="govuk-heading-m">With the assistant alone</h2>{Table([.. finished.Where(one => one.Outcome.Length == 0)], content)}</section>
        """;

    public static string One(string log, FinishedConversation of, ImmutableArray<Review> before, BotContent content, string token) => $"""
        <h1 class="govuk-heading-l">Review</h1><p class="govuk-body"><a class="govuk-link" href="/desk/reviews">All reviews</a></p>
        <div class="story"><div><h2 class="govuk-heading-m">What was said</h2><div class="staff-log read" role="region" aria-label="What was said" tabindex="0">{log}</div></div>
        <aside aria-label="Checklist"><section><h2 class="govuk-heading-s">{(of.Outcome.Length > 0 ? $"Closed as: {Encode(content.Desk.LabelOf(of.Outcome))}" : "With the assistant alone")}</h2>
        <form method="post" action="/desk/reviews/{of.ConversationId}/{of.Matter}">{token}{string.Concat(content.Desk.Checklist.Select(Item))}
        <label class="govuk-label" for="note">What should be learnt from it</label><textarea class="govuk-textarea" id="note" name="note" rows="3" maxlength="4000"></textarea>
        <button class="govuk-button">Keep the review</button></form></section>{string.Concat(before.Select(review => Kept(review, content)))}</aside></div>
        """;

    private static string Item(ReviewItem item) => $"""
        <fieldset class="govuk-fieldset check"><legend class="govuk-fieldset__legend">{Encode(item.Ask)}{(item.Help.Length > 0 ? $"<br><small>{Encode(item.Help)}</small>" : "")}</legend>
        <div class="choices">{string.Concat(Choices.Select(choice => $"<label><input type=\"radio\" name=\"item-{Encode(item.Id)}\" value=\"{choice.Answer}\" required> {choice.Words}</label>"))}</div></fieldset>
        """;

    private static string Kept(Review review, BotContent content) => $"""
        <section><h2 class="govuk-heading-s">Reviewed by {Encode(review.By)}, {DeskPage.Time(review.At)}</h2><ul class="govuk-list">{string.Concat(content.Desk.Checklist.Where(item => review.Answers.ContainsKey(item.Id)).Select(item => $"<li>{Encode(item.Ask)} <strong>{Choices.First(choice => choice.Answer == review.Answers[item.Id]).Words}</strong></li>"))}</ul>{(review.Note.Length > 0 ? $"<p>{Encode(review.Note)}</p>" : "")}</section>
        """;

    private static string Counts(ImmutableArray<Review> made, ImmutableArray<ReviewItem> checklist) => $"""
        <div class="wide" tabindex="0" role="region" aria-label="How reviews went"><table class="govuk-table"><caption class="govuk-visually-hidden">How reviews went</caption><thead><tr><th scope="col">Question</th><th scope="col">Yes</th><th scope="col">Partly</th><th scope="col">No</th></tr></thead><tbody>{string.Concat(ReviewCounts.Of(made, checklist).Select(row => $"<tr><th scope=\"row\">{Encode(row.Item.Ask)}</th><td>{row.Yes}</td><td>{row.Partly}</td><td>{row.No}</td></tr>"))}</tbody></table></div>
        """;

    private static string Table(ImmutableArray<FinishedConversation> finished, BotContent content) => finished.IsEmpty ? "<p class=\"govuk-body\">There are none.</p>" : $"""
        <div class="wide" tabindex="0" role="region" aria-label="Finished conversations"><table class="govuk-table"><caption class="govuk-visually-hidden">Finished conversations, newest first</caption><thead><tr><th scope="col">Ended</th><th scope="col">Channel</th><th scope="col">Outcome</th><th scope="col">Reviews</th><th scope="col"><span class="govuk-visually-hidden">Review</span></th></tr></thead><tbody>{string.Concat(finished.Select(one => Row(one, content)))}</tbody></table></div>
        """;

    private static string Row(FinishedConversation one, BotContent content) => $"""
        <tr><th scope="row">{DeskPage.Time(one.At)}</th><td>{Encode(ChannelWords.Of(one.Channel))}</td><td>{Encode(one.Outcome.Length > 0 ? content.Desk.LabelOf(one.Outcome) : "")}</td><td>{Number(one.Reviews)}</td><td><a class="govuk-link" href="/desk/reviews/{one.ConversationId}/{one.Matter}">Review<span class="govuk-visually-hidden"> the one that ended {DeskPage.Time(one.At)}</span></a></td></tr>
        """;

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Encode(string text) => DeskPage.Encode(text);
}
