using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>Where a conversation got to, in a few words for a text that others may see: whom it is about and where, and nothing of health.</summary>
internal static class WhatWasSaid
{
    public static string Of(Conversation conversation)
    {
        var who = conversation.Answers["person_is"]?.Value is TextValue kin ? $"help for your {kin.Text}" : "care and support";
        var where = conversation.Place is { } place ? $" in {place.Name}" : "";
        return $"We talked about {who}{where}.";
    }
}
