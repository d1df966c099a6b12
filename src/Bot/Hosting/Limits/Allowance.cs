namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>
/// So many a minute for each of any number of keys, in a memory of one size: a key has one of 65,536 places, each of which holds the moment up to which it is used up
/// (generic cell rate algorithm). Two keys may share a place, differently in each process; what comes too often uses nothing up, so it is well again as soon as it slows.
/// </summary>
/// <param name="perMinute">How many a minute, and how many at once.</param>
/// <param name="clock">The time.</param>
internal sealed class Allowance(int perMinute, TimeProvider clock)
{
    private const int Places = 1 << 16;
    private readonly long[] usedUpTo = new long[Places];
    private readonly long each = TimeSpan.TicksPerMinute / perMinute;

    /// <summary>Takes one. Null when it was there; otherwise how long until there is one, and nothing is taken.</summary>
    public TimeSpan? Wait(string key)
    {
        ref var place = ref usedUpTo[(uint)key.GetHashCode(StringComparison.Ordinal) % Places];
        while (true)
        {
            var now = clock.GetUtcNow().UtcTicks;
            var before = Volatile.Read(ref place);
            var after = Math.Max(before, now) + each;
            if (after - now > TimeSpan.TicksPerMinute)
            {
                return TimeSpan.FromTicks(after - now - TimeSpan.TicksPerMinute);
            }

            if (Interlocked.CompareExchange(ref place, after, before) == before)
            {
                return null;
            }
        }
    }
}
