using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>The verb <c>evaluate</c>: how good is it, on a labelled set?</summary>
internal static class Evaluate
{
    /// <summary>"Today" of the labelled sets: Monday 23 November 2026, ten in the morning.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string what, FileInfo file, ScreeningMoment moment, bool asJson, Folders folders, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new StartUpException($"There is no file {file.FullName}.");
        }

        var lines = await File.ReadAllLinesAsync(file.FullName, cancellationToken);
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        await surroundings.Knowledge.Ready.WaitAsync(cancellationToken);
        var figures = Measure(what, lines, moment, surroundings, folders);
        Console.WriteLine(asJson ? figures.ToJson() : figures.ToTable());
        return 0;
    }

    private static Figures Measure(string what, string[] lines, ScreeningMoment moment, Surroundings around, Folders folders) => what switch
    {
        "safety" => EvaluateSafety.Run(lines, around.SafetyRules, moment),
        "grounding" => EvaluateGrounding.Run(lines, around.Knowledge, AnswerFacts.Of(folders.Content), Now),
        "questions" => EvaluateQuestions.Run(lines, around.Knowledge, Now),
        _ => EvaluateAnswers.Run(lines, DateOnly.FromDateTime(Now.Date)),
    };
}
