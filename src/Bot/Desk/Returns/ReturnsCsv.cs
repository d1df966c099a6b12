using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>The rows under the headings of the Client Level Data, requests only. What the case system knows better, such as the person's own identifier, is left to it.</summary>
internal static class ReturnsCsv
{
    private static readonly ImmutableArray<(string Heading, Func<ClosedRequest, string> Of)> Columns =
    [
        ("Our Conversation", row => row.ConversationId),
        ("Our References", row => row.References),
        ("LA Code", row => row.LaCode),
        ("Client Type", row => row.ClientType),
        ("Date of Birth", row => row.BornOn is { } born ? Day(born) : ""),
        ("Postcode", row => row.Postcode),
        ("Has Unpaid Carer", row => row.HasUnpaidCarer),
        ("Proposed Primary Support Reason", row => row.ProposedSupportReason),
        ("Autism Spectrum Disorder (ASD)", row => Told(row, "autism")),
        ("Visual Impairment", row => Told(row, "visual_impairment")),
        ("Hearing Impairment", row => Told(row, "hearing_impairment")),
        ("Dementia", row => Told(row, "dementia")),
        ("Event Type", _ => "Request"),
        ("Event Start Date", row => Day(row.StartedOn)),
        ("Event End Date", row => Day(row.EndedOn)),
        ("Event Description", row => row.Description),
        ("Event Outcome", row => row.Outcome),
        ("Outcome Status", row => StatusOf(row.Status)),
        ("Request Route of Access", row => row.RouteOfAccess),
    ];

    /// <summary>The headings, in order.</summary>
    public static IEnumerable<string> Headings => Columns.Select(column => column.Heading);

    /// <summary>All rows as one file.</summary>
    public static string Of(ImmutableArray<ClosedRequest> requests) => CsvText.Of(Headings, requests.Select(row => Columns.Select(column => column.Of(row))));

    /// <summary>A row by its headings.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(ClosedRequest request) => Columns.Select(column => KeyValuePair.Create(column.Heading, column.Of(request)));

    private static string StatusOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Confirmed => "Chosen by an officer",
        OutcomeStatus.Given => "Given by the assistant",
        _ => "Proposed: a worker has to confirm it",
    };

    private static string Told(ClosedRequest row, string column) => row.Told.Contains(column) ? "Yes" : "";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
