using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>All that the safety net learns from.</summary>
/// <param name="All">Messages whose kind is known.</param>
/// <param name="DangerousTopics">Ids of the topics whose questions may be about danger.</param>
internal sealed record SafetyLessons(ImmutableArray<SafetyLesson> All, FrozenSet<string> DangerousTopics);
