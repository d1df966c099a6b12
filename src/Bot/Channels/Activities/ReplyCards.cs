using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>What a reply shows beside its words: numbers to ring as a hero card; services, summaries and workings as Adaptive Cards.</summary>
internal static class ReplyCards
{
    public static JsonArray Of(Reply reply)
    {
        var cards = new JsonArray();
        if (!reply.Numbers.IsEmpty)
        {
            cards.Add(Numbers(reply.Numbers));
        }

        if (!reply.Rows.IsEmpty)
        {
            cards.Add(AdaptiveCard.Of(AdaptiveCard.Summary(reply.Rows)));
        }

        foreach (var service in reply.Services)
        {
            cards.Add(AdaptiveCard.Of(ServiceCard.Of(service)));
        }

        foreach (var detail in reply.Details)
        {
            cards.Add(AdaptiveCard.Of(AdaptiveCard.Unfolding(detail)));
        }

        return cards;
    }

    private static JsonObject Numbers(ImmutableArray<HelpNumber> numbers)
    {
        var buttons = numbers.Select(number => (JsonNode)new JsonObject
        {
            ["type"] = "openUrl",
            ["title"] = $"{number.Label} {number.Number}",
            ["value"] = $"{(number.IsText ? "sms" : "tel")}:{number.Dial}",
        });
        return new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.hero",
            ["content"] = new JsonObject { ["buttons"] = new JsonArray([.. buttons]) },
        };
    }
}
