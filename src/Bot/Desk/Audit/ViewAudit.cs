using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Audit;

namespace TransformingLives.Bot.Desk.Audit;

/// <summary>Notes who looks at whose data. The note is on the disk before anything is shown; where it can't be kept, nothing is shown.</summary>
internal sealed class ViewAudit(AuditTrail trail)
{
    /// <summary>The subject of pages with many people on them.</summary>
    public const string Everybody = "everybody";

    /// <param name="http">Whose request it is.</param>
    /// <param name="what">The page; its id is the entry's action.</param>
    /// <param name="subject">The conversation that the data belongs to, or <see cref="Everybody"/>.</param>
    /// <param name="purpose">How they stand to it, or how much is shown; never what was said.</param>
    public Task NoteAsync(HttpContext http, DeskAction what, string subject, string purpose)
    {
        var officer = http.Officer();
        return trail.NoteAsync(new AuditEntry($"{officer.Name} ({officer.Id})", what.Id, subject, purpose));
    }
}
