using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Remembering;

/// <summary>Keeps what was said by us: the last words for "say that again", the services named, and which phrases were used lately.</summary>
internal static class RememberSaid
{
    private const int Services = 20;
    private const int Phrases = 12;

    public static Turn In(Turn turn, Surroundings around)
    {
        if (turn.Replies.IsEmpty)
        {
            return turn;
        }

        var easy = EasyWords.For(turn);
        var topic = easy.Conversation.Topics.FirstOrDefault() ?? "";
        var named = easy.Replies.SelectMany(reply => reply.Services).Select(service => new NamedService(service.Name, service.Phone, service.When, topic) { AskedFor = turn.Message.Text }).ToList();
        var phrases = easy.Replies.Select(reply => reply.Phrase).Where(phrase => phrase.Length > 0).Reverse();
        return easy.Remember(c => c with
        {
            LastReplies = easy.Replies,
            Named = [.. named.Concat(c.Named).DistinctBy(service => service.Name).Take(Services)],
            SaidLately = [.. phrases.Concat(c.SaidLately).Take(Phrases)],
        });
    }
}
