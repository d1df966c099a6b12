using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading.Answers;

namespace TransformingLives.Bot.Reading;

/// <summary>A message as an answer to a question. A wrong value is far worse than asking again.</summary>
public static class ReadAnswer
{
    private const int LongestAnswer = 2000;

    /// <summary>Reads an answer of the question's kind.</summary>
    public static AnswerReading For(Question question, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim();
        words = words.Length > LongestAnswer ? words[..LongestAnswer] : words;
        return Read(question, words, Words.Line(question.Ask), today) is { } value
            ? new AnswerReading.Value(value, words)
            : IsAside(words) ? new AnswerReading.NotAnAnswer() : new AnswerReading.Unclear("");
    }

    /// <summary>A UK phone number in a text; null when there is none, or more than one.</summary>
    internal static string? Phone(string text) => PhoneReader.Read(text);

    private static AnswerValue? Read(Question question, string text, string asked, DateOnly today) => question.Kind switch
    {
        AnswerKind.YesNo => YesNoReader.Read(text, asked) is { } yes ? new YesNoValue(yes) : null,
        AnswerKind.Choice => ChoiceReader.One(question, text) is { } one ? new ChoiceValue(one) : null,
        AnswerKind.Choices => ChoiceReader.Many(question, text) is { Length: > 0 } many ? new ChoicesValue(many) : null,
        AnswerKind.Text => FreeTextReader.Read(text, asked),
        AnswerKind.Address => FreeTextReader.ReadAddress(text, asked),
        AnswerKind.Date => DateReader.Read(text, asked, today) is { } day ? new DateValue(day) : null,
        AnswerKind.DateOfBirth => BirthReader.Read(text, asked, today) is { } born ? new DateValue(born) : null,
        AnswerKind.Number => NumberReader.Read(text, asked) is { } number ? new NumberValue(number) : null,
        AnswerKind.Frequency => FrequencyReader.Read(text, asked),
        AnswerKind.Money => MoneyReader.Read(text, asked),
        AnswerKind.Phone => PhoneReader.Read(text) is { } phone ? new PhoneValue(phone) : null,
        AnswerKind.Postcode => PostcodeReader.Read(text) is { } postcode ? new TextValue(postcode) : null,
        AnswerKind.Email => EmailReader.Read(text) is { } email ? new TextValue(email) : null,
        AnswerKind.Name => NameReader.Read(text, asked) is { } name ? new TextValue(name) : null,
        _ => null,
    };

    private static bool IsAside(string text)
    {
        var line = Words.Line(text);
        return Asides.Refuses(line) || Asides.AsksBack(line) || Asides.IsLost(line) || text.TrimEnd().EndsWith('?');
    }
}
