using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>What a turn understood: answers and facts that it added or changed.</summary>
internal static class WhatWasRead
{
    public static ImmutableArray<string> Between(Conversation before, Conversation after) =>
    [
        .. after.Answers.ByQuestion.Values.Where(answer => before.Answers[answer.Question]?.Value != answer.Value).OrderBy(answer => answer.Question, StringComparer.Ordinal).Select(answer => $"{answer.Question} = {Shown(answer.Value)}"),
        .. after.Facts.Except(before.Facts).Select(fact => $"{fact.Fact} = {Shown(fact.Value)}"),
    ];

    private static string Shown(AnswerValue value) => value switch
    {
        YesNoValue yes => yes.Yes ? "yes" : "no",
        ChoiceValue choice => choice.Option,
        ChoicesValue choices => string.Join(", ", choices.Options),
        TextValue text => text.Text,
        DateValue date => date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        PhoneValue phone => phone.Digits,
        SkippedValue => "skipped",
        _ => value.ToString(),
    };
}
