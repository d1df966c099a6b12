using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>The rows under the headings of the Client Level Data, requests only. What the case system knows better, such as the person's own identifier, is left to it.</summary>
internal static class ReturnsCsv
{
    private static readonly ImmutableArray<string> Headings =
    [
        "Our Conversation", "Our References", "Client Type", "Date of Birth", "Postcode", "Has Unpaid Carer", "Event Type", "Event Start Date", "Event End Date", "Event Outcome",
    ];

    public static string Of(ImmutableArray<ClosedRequest> requests) => CsvText.Of(Headings, requests.Select(request => (string[])
    [
        request.ConversationId, request.References, request.ClientType, request.BornOn is { } born ? Day(born) : "", request.Postcode, request.HasUnpaidCarer, "Request", Day(request.StartedOn), Day(request.EndedOn), request.Outcome,
    ]));

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
