using TransformingLives.Bot.OffSwitch;

namespace TransformingLives.Bot.Turns;

/// <summary>Holds the content that turns look at; swapped at once when it is loaded anew. What was there before is let go when nobody uses it any more.</summary>
public sealed class SurroundingsSource(Surroundings current) : IDisposable
{
    private volatile Edition current = new(current);
    private volatile DeskSituation desk = DeskSituation.Empty;
    private volatile Switches switches = Switches.AllOn;

    /// <summary>Everything as it is, at a moment, for a quick look: whoever searches the knowledge base borrows.</summary>
    public Surroundings At(DateTimeOffset now) => At(current, now);

    /// <summary>Everything as it is, at a moment, and it stays open until the loan is given back.</summary>
    public Loan Borrow(DateTimeOffset now)
    {
        while (true)
        {
            // An edition that was swapped in this very moment can't be borrowed any more: then there is a newer one.
            var edition = current;
            if (edition.TryBorrow())
            {
                return new Loan(edition, At(edition, now));
            }
        }
    }

    /// <summary>Puts new content in place: turns under way finish on the old.</summary>
    public void Swap(Surroundings next) => Interlocked.Exchange(ref current, new Edition(next)).GiveBack();

    /// <summary>Says how busy the desk is now.</summary>
    public void TellOfDesk(DeskSituation situation) => desk = situation;

    /// <summary>Says what administrators have turned off.</summary>
    public void TellOfSwitches(Switches off) => switches = off;

    /// <summary>Lets go of what is there now, when the last loan is given back. Nothing can be borrowed afterwards.</summary>
    public void Dispose() => current.GiveBack();

    private Surroundings At(Edition edition, DateTimeOffset now) => edition.Surroundings with { Now = now, Desk = desk, Switches = switches };

    /// <summary>Content in use. Give it back when the turn is done.</summary>
    public sealed class Loan : IDisposable
    {
        private Edition? edition;

        internal Loan(Edition edition, Surroundings surroundings)
        {
            this.edition = edition;
            Surroundings = surroundings;
        }

        /// <summary>What was borrowed.</summary>
        public Surroundings Surroundings { get; }

        /// <inheritdoc />
        public void Dispose() => Interlocked.Exchange(ref edition, null)?.GiveBack();
    }

    /// <summary>One state of the content and how many use it; the source itself is one of them.</summary>
    internal sealed class Edition(Surroundings surroundings)
    {
        private int users = 1;

        public Surroundings Surroundings { get; } = surroundings;

        public bool TryBorrow()
        {
            while (true)
            {
                var now = users;
                if (now == 0)
                {
                    return false;
                }

                if (Interlocked.CompareExchange(ref users, now + 1, now) == now)
                {
                    return true;
                }
            }
        }

        public void GiveBack()
        {
            if (Interlocked.Decrement(ref users) == 0)
            {
                Surroundings.Knowledge.Dispose();
            }
        }
    }
}
