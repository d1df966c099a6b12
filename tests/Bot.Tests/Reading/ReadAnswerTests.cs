using CsCheck;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Hosting.Evaluating;
using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Tests.Reading;

public sealed class ReadAnswerTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Own_answers_are_read_right_and_next_to_none_wrong()
    {
        var figures = EvaluateAnswers.Run(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "answers.own.jsonl")), Today);
        Assert.True((double)figures.Values["accuracy"]! >= 0.98, figures.ToTable());
        Assert.True((double)figures.Values["wrongValueRate"]! <= 0.005, figures.ToTable());
    }

    [Fact]
    public void No_string_makes_a_reader_crash() =>
        Gen.Select(Gen.String, Gen.Int[0, Enum.GetValues<AnswerKind>().Length - 1]).Sample((text, kind) => ReadAnswer.For(Question((AnswerKind)kind), text, Today) is not null);

    [Fact]
    public void No_words_and_figures_in_any_order_make_a_reader_crash()
    {
        string[] pieces = ["two", "double", "hundred", "and", "a", "half", "31", "29/2", "£", "week", "every", "other", "last", "tuesday", "no", "wait", "sorry", "ago", "fortnight", "07700", "900123", "@", "dot", "cb6", "1ab", "-", "/", ".", ",", "?", "nineteen", "oh", "5th", "march", "00", "99999999", "once", "mon", "to", "bar", "k", "point", "(0)", "+44", "0000000000000"];
        Gen.Select(Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[0, 14], Gen.Int[0, Enum.GetValues<AnswerKind>().Length - 1]).Sample((words, kind) => ReadAnswer.For(Question((AnswerKind)kind), string.Join(' ', words), Today) is not null);
    }

    [Theory]
    [InlineData(AnswerKind.Date, "why do you ask?")]
    [InlineData(AnswerKind.Money, "mind your own business")]
    [InlineData(AnswerKind.Text, "what do you mean")]
    [InlineData(AnswerKind.Name, "I'd rather not say")]
    public void A_question_back_or_a_refusal_is_not_an_answer(AnswerKind kind, string text) =>
        Assert.IsType<AnswerReading.NotAnAnswer>(ReadAnswer.For(Question(kind), text, Today));

    [Theory]
    [InlineData(AnswerKind.Number, "two or three")]
    [InlineData(AnswerKind.Date, "31st November")]
    [InlineData(AnswerKind.Phone, "07700 90012")]
    [InlineData(AnswerKind.Postcode, "CB6")]
    [InlineData(AnswerKind.Email, "jean at example")]
    public void What_is_half_said_is_unclear(AnswerKind kind, string text) =>
        Assert.IsType<AnswerReading.Unclear>(ReadAnswer.For(Question(kind), text, Today));

    [Theory]
    [InlineData("Would you like somebody on your side, who is not from the council?", "I'd like someone on my side", true)]
    [InlineData("Would you like help to arrange it?", "I would like some help with that please", true)]
    [InlineData("Would you like help to arrange it?", "I'd like my son to arrange it", null)]
    [InlineData("Would you like help to arrange it?", "I'd like help but not from the council", null)]
    [InlineData("Would you like help to arrange it?", "I want to arrange it", null)]
    public void Whoever_wishes_for_what_is_offered_says_yes(string asked, string text, bool? isYes) =>
        Assert.Equal(isYes, ReadAnswer.For(Question(AnswerKind.YesNo) with { Ask = asked }, text, Today) is AnswerReading.Value(YesNoValue(var said), _) ? said : null);

    private static Question Question(AnswerKind kind) => new() { Id = "q", Section = "s", Kind = kind, Ask = "When did it happen, and how often?", Label = "It", Why = "", Options = [new("a", "Phone", []), new("b", "Letter", [])] };
}
