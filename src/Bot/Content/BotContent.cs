using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Desk.Words;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Plans.Support;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Triage.Eligibility;

namespace TransformingLives.Bot.Content;

/// <summary>Everything of <c>content/</c> that a conversation runs on. Immutable; a reload makes a new one.</summary>
public sealed record BotContent(CouncilSettings Council, ImmutableArray<Form> Forms, TriageTable Triage, PhraseBook Phrases, ImmutableDictionary<string, Ending> Endings)
{
    /// <summary>What answers say about the conditions of the Care Act.</summary>
    public required EligibilityRules Eligibility { get; init; }

    /// <summary>What officers are given to work with.</summary>
    public DeskWords Desk { get; init; } = new([], []);

    /// <summary>Ideas for a first support plan.</summary>
    public SupportIdeas Ideas { get; init; } = SupportIdeas.None;

    /// <summary>What can be booked.</summary>
    public AppointmentSettings Appointments { get; init; } = AppointmentSettings.None;

    /// <summary>The council's calendar.</summary>
    public CouncilCalendar Calendar { get; } = new(Council);

    /// <summary>The form of an id; null when there is none.</summary>
    public Form? FindForm(string id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <summary>The question of an id, in whichever form; null when there is none.</summary>
    public Question? FindQuestion(string id) => Forms.Select(form => form.Find(id)).FirstOrDefault(question => question is not null);

    /// <summary>By when somebody is in touch, for a priority; null when nobody is to be.</summary>
    public DateTimeOffset? RespondBy(string priority, DateTimeOffset now) =>
        Council.PriorityOf(priority).WorkingDays is { } days ? Calendar.AddWorkingDays(now, days) : null;
}
