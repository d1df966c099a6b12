using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Training;

/// <summary>One message with what it is.</summary>
/// <param name="Text">What somebody wrote.</param>
/// <param name="Danger">The number of its kind of danger, <see cref="Lessons.NoDanger"/>, or null where its topic leaves that open.</param>
/// <param name="Topic">The number of its topic; null for a lesson about danger alone.</param>
internal sealed record Lesson(string Text, int? Danger, int? Topic)
{
    /// <summary>One lesson in ten is never learnt from, so that the figures say something about messages that were not seen.</summary>
    public bool IsKeptApart => SHA256.HashData(Encoding.UTF8.GetBytes(Text))[0] % 10 == 0;
}
