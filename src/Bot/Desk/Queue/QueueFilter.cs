using TransformingLives.Bot.Conversations.Waiting;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>What an officer wants to see of the queue. Danger, and what is meant for them, is always shown.</summary>
/// <param name="Skill">Id of a skill; empty for all.</param>
/// <param name="Patch">Name of a patch; empty for all.</param>
internal sealed record QueueFilter(string Skill, string Patch)
{
    public static QueueFilter From(HttpRequest request) => new(request.Query["skill"].ToString(), request.Query["patch"].ToString());

    /// <summary>An officer with this filter sees the entry.</summary>
    public bool Shows(QueueEntry entry, string officerId) =>
        entry.IsDanger || entry.ForOfficer == officerId
        || ((Skill.Length == 0 || entry.Skill == Skill || entry.Skill.Length == 0) && (Patch.Length == 0 || entry.Patch == Patch || entry.Patch.Length == 0));

    /// <summary>As the end of an address, for instance <c>?skill=money&amp;patch=East%20patch</c>.</summary>
    public string Query => Skill.Length + Patch.Length == 0 ? "" : $"?skill={Uri.EscapeDataString(Skill)}&patch={Uri.EscapeDataString(Patch)}";
}
