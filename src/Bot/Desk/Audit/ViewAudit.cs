using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Desk.Audit;

/// <summary>Notes who looks at whose data. The note is on the disk before anything is shown; where it can't be kept, nothing is shown.</summary>
internal sealed class ViewAudit(AuditTrail trail)
{
    /// <summary>The subject of pages with many people on them.</summary>
    public const string Everybody = "everybody";

    /// <summary>The action of an entry about what was not done.</summary>
    public const string Refused = "refused";

    /// <summary>Notes that somebody tried what is not for their role.</summary>
    /// <param name="http">Whose request it is.</param>
    /// <param name="what">What they tried; it is the entry's subject.</param>
    public Task NoteRefusedAsync(HttpContext http, DeskAction what) => trail.NoteAsync(new AuditEntry(Who(http), Refused, what.Id, "not for their role"));

    /// <param name="http">Whose request it is.</param>
    /// <param name="what">The page; its id is the entry's action.</param>
    /// <param name="subject">The conversation that the data belongs to, or <see cref="Everybody"/>.</param>
    /// <param name="purpose">How they stand to it, or how much is shown; never what was said.</param>
    public Task NoteAsync(HttpContext http, DeskAction what, string subject, string purpose) =>
        trail.NoteAsync(new AuditEntry(Who(http), what.Id, subject, purpose));

    private static string Who(HttpContext http)
    {
        var officer = http.Officer();
        return $"{officer.Name} ({officer.Id})";
    }
}
