using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Forms;

/// <summary>Reads a form of <c>content/forms</c>.</summary>
internal static class FormLoader
{
    public static Form? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var form = new Form
        {
            Id = root.Text("id"),
            Version = root.Text("version"),
            Title = root.Text("title"),
            Intro = root.Optional("intro"),
            Sections = [.. root.Items("sections").Select(section => new FormSection(section.Text("id"), section.Text("title")))],
            Questions = [.. root.Items("questions").Select(Question)],
        };
        root.NoOtherFields();
        foreach (var question in form.Questions.Where(q => form.Sections.All(section => section.Id != q.Section)))
        {
            root.Problem("questions", $"The question '{question.Id}' is in the section '{question.Section}', which the form doesn't have.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : form;
    }

    private static Question Question(ContentNode node)
    {
        var question = new Question
        {
            Id = node.Text("id"),
            Section = node.Text("section"),
            Kind = Kind(node),
            Ask = node.Text("ask"),
            AskMe = node.Optional("me"),
            AskShort = node.Optional("short"),
            AskSpoken = node.Optional("spoken"),
            AskSimpler = node.Optional("simpler"),
            Label = node.Text("label"),
            Why = node.Text("why"),
            Options = [.. node.Items("options").Select(Option)],
            AppliesWhen = ConditionReader.Read(node.Section("when")),
            CanSkip = node.Flag("can_skip", otherwise: true),
            IsSensitive = node.Flag("sensitive", otherwise: false),
            PlayBack = node.Flag("play_back", otherwise: false),
            Fact = node.Optional("fact"),
            Area = node.Optional("area"),
            Part = node.Optional("part"),
        };
        node.NoOtherFields();
        if (question.Kind is AnswerKind.Choice or AnswerKind.Choices && question.Options.Length < 2)
        {
            node.Problem("options", "A choice needs two options or more.");
        }

        return question;
    }

    private static AnswerOption Option(ContentNode node)
    {
        var option = new AnswerOption(node.Text("id"), node.Text("label"), node.Words("words"), node.Number("level"));
        node.NoOtherFields();
        return option;
    }

    private static AnswerKind Kind(ContentNode node)
    {
        var text = node.Text("kind");
        if (Enum.TryParse<AnswerKind>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind))
        {
            return kind;
        }

        node.Problem("kind", $"There is no kind of answer '{text}'. Kinds are: yes_no, choice, choices, text, date, date_of_birth, number, frequency, money, phone, email, postcode, place, name, address.");
        return AnswerKind.Text;
    }
}
