using NetArchTest.Rules;

namespace TransformingLives.Architecture.Tests;

/// <summary>Who may know whom (docs/architecture.md).</summary>
internal static class DependencyRule
{
    /// <summary>What a pure core has no business with: the web, the database, the network, the disk.</summary>
    public static readonly string[] Outside = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql", "System.Net.Http", "System.Net.WebSockets"];

    /// <summary>Types of these namespaces that depend on what they must not; empty when the rule holds.</summary>
    public static IReadOnlyList<string> Broken(Types types, string[] namespaces, params string[] forbidden) =>
        [.. namespaces.SelectMany(name => types.That().ResideInNamespaceStartingWith(name).ShouldNot().HaveDependencyOnAny(forbidden).GetResult().FailingTypeNames ?? []).Distinct()];
}
