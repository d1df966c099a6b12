using System.Text.Json.Serialization;

namespace TransformingLives.Bot.Desk.Live;

/// <summary>What is new for a page of the desk. What is null has not changed.</summary>
/// <param name="Queue">The queue as HTML.</param>
/// <param name="Danger">Who is in danger, as HTML; empty for nobody.</param>
/// <param name="Waiting">How many wait who are shown to this officer.</param>
/// <param name="News">How many of this officer's conversations have new words, other than the open one.</param>
/// <param name="Last">Sequence of the last entry of the open conversation; 0 without one.</param>
/// <param name="Entries">New entries as HTML.</param>
/// <param name="Summary">Who it is, as HTML.</param>
/// <param name="Files">The pictures and letters of the open conversation, as HTML.</param>
/// <param name="Seat">How this officer stands to the open conversation.</param>
internal sealed record DeskUpdate(string? Queue, string? Danger, int Waiting, int News, long Last, string? Entries, string? Summary, string? Files, string? Seat);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskUpdate))]
internal sealed partial class DeskJson : JsonSerializerContext;
