namespace TransformingLives.Bot.Forms;

/// <summary>The kinds of answer a question can ask for; in content as <c>yes_no</c>, <c>date_of_birth</c> and so on.</summary>
public enum AnswerKind
{
    YesNo,
    Choice,
    Choices,
    Text,
    Date,
    DateOfBirth,
    Number,
    Frequency,
    Money,
    Phone,
    Email,
    Postcode,
    Place,
    Name,
    Address,
}
