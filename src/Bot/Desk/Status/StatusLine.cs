using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TransformingLives.Bot.Desk.Status;

/// <summary>One line of the page.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="State">How it is.</param>
/// <param name="Now">What was found, in a few words and numbers.</param>
/// <param name="Means">What it means for residents and staff.</param>
/// <param name="ToDo">What to do when it isn't well.</param>
internal sealed record StatusLine(string Name, HealthStatus State, string Now, string Means, string ToDo);
