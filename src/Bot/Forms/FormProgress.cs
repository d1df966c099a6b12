using System.Collections.Immutable;

namespace TransformingLives.Bot.Forms;

/// <summary>Where in a form somebody is.</summary>
/// <param name="Steps">Each step, in order.</param>
public sealed record FormProgress(ImmutableArray<FormStep> Steps)
{
    /// <summary>Number of the step they are on, from 1.</summary>
    public int Now => Math.Max(1, Steps.TakeWhile(step => !step.IsNow).Count() + 1);

    /// <summary>Progress when <paramref name="openQuestion"/> is asked.</summary>
    public static FormProgress Of(Form form, string openQuestion)
    {
        ArgumentNullException.ThrowIfNull(form);
        var section = form.Find(openQuestion)?.Section;
        var at = form.Sections.Select(s => s.Id).ToList().IndexOf(section ?? "");
        return new FormProgress([.. form.Sections.Select((s, index) => new FormStep(s.Title, index < at, index == at))]);
    }
}

/// <summary>A step of a form.</summary>
public sealed record FormStep(string Title, bool IsDone, bool IsNow);
