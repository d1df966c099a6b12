using System.Collections.Immutable;

namespace TransformingLives.Bot.Records;

/// <summary>How a person is named to find what is held on them.</summary>
/// <param name="Reference">Reference of a referral; empty when conversations are named.</param>
/// <param name="BornOn">Date of birth of the person it is about; it must fit the reference.</param>
/// <param name="Conversations">Conversations that are known to be theirs.</param>
internal sealed record WhichPerson(string Reference, DateOnly? BornOn, ImmutableArray<string> Conversations);
