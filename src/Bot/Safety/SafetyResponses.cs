using System.Collections.Immutable;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Safety;

/// <summary>What is said to each concern: <c>content/safety/responses.yaml</c>.</summary>
public sealed record SafetyResponses(ImmutableDictionary<ConcernKind, SafetyResponse> ByKind, ImmutableDictionary<string, string> InHours, ImmutableDictionary<string, string> OutOfHours);

/// <summary>What is said to one kind of concern.</summary>
/// <param name="Say">The words; the first paragraph comes first.</param>
/// <param name="Numbers">Numbers to ring, in order.</param>
/// <param name="FollowUps">What is said to the messages after it, in turn.</param>
public sealed record SafetyResponse(string Say, ImmutableArray<HelpNumber> Numbers, ImmutableArray<string> FollowUps);
