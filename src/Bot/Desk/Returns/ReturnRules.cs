using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>What the rows of the Client Level Data say of a conversation: <c>content/desk/returns.yaml</c>.</summary>
/// <param name="LaCode">The council's code in the return; may be empty.</param>
/// <param name="Quiet">A conversation that nobody closed is finished after so long without a word.</param>
/// <param name="Routes">Routes of access; the first that holds.</param>
/// <param name="SelfFunderRoute">The route of somebody with savings above the limit.</param>
/// <param name="SupportReasons">Reasons for support; the first with a condition that was named.</param>
/// <param name="Told">Conditions with a column of their own, by its name.</param>
public sealed record ReturnRules(string LaCode, TimeSpan Quiet, ImmutableArray<AccessRoute> Routes, string SelfFunderRoute, ImmutableArray<SupportReason> SupportReasons, ImmutableDictionary<string, ImmutableArray<string>> Told)
{
    /// <summary>Nothing is said.</summary>
    public static ReturnRules None { get; } = new("", TimeSpan.FromHours(24), [], "", [], ImmutableDictionary<string, ImmutableArray<string>>.Empty);
}

/// <summary>How a request came.</summary>
/// <param name="Name">Its name in the specification.</param>
/// <param name="When">When it holds; null for always.</param>
public sealed record AccessRoute(string Name, Condition? When);

/// <summary>A reason for support.</summary>
/// <param name="Name">Its name in the specification.</param>
/// <param name="Conditions">Conditions that lead to it.</param>
public sealed record SupportReason(string Name, ImmutableArray<string> Conditions);
