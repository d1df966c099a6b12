using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Records;

/// <summary>What an erasure takes away and what it leaves, in sentences.</summary>
/// <param name="Erased">What is gone.</param>
/// <param name="Kept">What stays, and why.</param>
internal sealed record ErasureReport(ImmutableArray<string> Erased, ImmutableArray<string> Kept)
{
    public static ErasureReport Of(PersonRecord person, RetentionSettings retention)
    {
        var (erased, kept) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        Count(erased, person.Conversations.Count(conversation => conversation.Head is not null), "conversation", "with all that was said in it");
        Count(erased, person.Conversations.Sum(conversation => conversation.Files.Length), "file", "that was sent");
        Count(erased, person.Conversations.Sum(conversation => conversation.Texts.Length), "text", "that we sent");
        Count(erased, person.Conversations.Sum(conversation => conversation.Addresses.Count(address => address.StoppedAt is null)), "telephone number", "");
        Count(erased, person.Conversations.Sum(conversation => conversation.Appointments.Length), "appointment", "with its place in the calendar");
        Count(erased, person.Conversations.Sum(conversation => conversation.Votes.Length), "mark", "of an answer that helped or didn't");
        Count(erased, person.Conversations.Sum(conversation => conversation.Reviews.Length), "review", "by a supervisor");
        Count(erased, person.Conversations.Sum(conversation => conversation.Codes.Length), "code", "to carry on by another way");
        Count(erased, person.Conversations.Sum(conversation => conversation.Queue.Length), "place", "in the queue for an officer");
        Count(erased, person.Conversations.Sum(conversation => conversation.Places.Length), "address", "at another chat service");
        kept.AddRange(person.Conversations.SelectMany(conversation => conversation.Places).Select(place => $"what {place.Channel} has of its conversation {place.TheirId}: it is another system, and has to be asked there"));
        foreach (var found in person.Conversations.SelectMany(conversation => conversation.Cases).Select(found => found.Registered))
        {
            Add(retention, RetentionKind.Referrals, $"the referral {found.Referral.Reference}", erased, kept);
            if (found.Facts.System is { } system)
            {
                kept.Add($"what {system} has of {found.Referral.Reference}, there called {found.Facts.Reference ?? "by our reference"}: it is another system, and has to be asked there");
            }
        }

        foreach (var alert in person.Conversations.SelectMany(conversation => conversation.Alerts))
        {
            Add(retention, RetentionKind.Alerts, $"the alert of {alert.Alert.At:d MMMM yyyy}", erased, kept);
        }

        foreach (var stopped in person.Conversations.SelectMany(conversation => conversation.Addresses).Where(address => address.StoppedAt is not null))
        {
            kept.Add($"the number that ends in {stopped.Address[^Math.Min(3, stopped.Address.Length)..]}: they asked for no more messages, and that wish is kept");
        }

        kept.Add("who looked at or changed the data, and when: it names staff and a number of the conversation, nothing that was said");
        kept.Add("back-ups made before today: they are sealed, and the keys to what was erased are erased too");
        return new ErasureReport(erased.ToImmutable(), kept.ToImmutable());
    }

    private static void Add(RetentionSettings retention, RetentionKind kind, string what, ImmutableArray<string>.Builder erased, ImmutableArray<string>.Builder kept)
    {
        if (retention.KeptWhenErased(kind) is { } why)
        {
            kept.Add($"{what}, for {retention.Of(kind)!.Days} days after its last change. {why}");
        }
        else
        {
            erased.Add(what);
        }
    }

    private static void Count(ImmutableArray<string>.Builder lines, int count, string what, string rest)
    {
        if (count > 0)
        {
            lines.Add($"{count} {what}{(count == 1 ? "" : what.EndsWith('s') ? "es" : "s")} {rest}".TrimEnd());
        }
    }
}
