using System.Text.Json.Nodes;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>What became of reading an activity.</summary>
internal abstract record ActivityReading
{
    private ActivityReading()
    {
    }

    /// <summary>An activity, every field of it as it was sent.</summary>
    /// <param name="Json">All of it.</param>
    /// <param name="Type"><c>message</c>, <c>event</c>, <c>typing</c> or any other.</param>
    /// <param name="Text">What the person says with it: typed, or the value of a button or card; empty if nothing.</param>
    /// <param name="ClientId"><c>channelData.clientActivityID</c>; null when there is none.</param>
    public sealed record Read(JsonObject Json, string Type, string Text, string? ClientId) : ActivityReading;

    /// <summary>It can't be read: a code and a sentence for whoever wrote the client.</summary>
    public sealed record Unreadable(string Code, string Message) : ActivityReading;
}
