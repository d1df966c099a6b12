using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>What is kept was sealed under a master key that isn't here. Without it nothing of anybody can be read, by anyone.</summary>
public sealed class MasterKeyMissingException(string id, ImmutableArray<MasterKey> known)
    : Exception($"The data was sealed under the master key {id}, and that one isn't here ({(known.IsEmpty ? "there is none" : $"there is {string.Join(", ", known.Select(key => key.Id))}")}). Put it back in Storage__MasterKeyFile or Storage__MasterKey from where the council keeps its copy: without it nobody can read the data, and nothing was changed.");
