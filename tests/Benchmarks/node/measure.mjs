// Runs many conversations at once for some seconds and prints one line of JSON: turns a second, how long they took, processor time.
export async function measure(conversations, seconds, begin) {
    const times = [];
    const until = performance.now() + seconds * 1000;
    const counted = performance.now() + 1000;
    let processor;
    let from;
    const talk = async (number) => {
        for (let round = 0; performance.now() < until; round++) {
            const say = await begin(`c${number}x${round}`);
            for (let turn = 0; turn < 20 && performance.now() < until; turn++) {
                const begun = performance.now();
                await say(turn === 0 ? 'I need some help with washing' : `answer ${turn}`);
                const now = performance.now();
                if (now < counted) continue;

                // Whoever never waits for anything lets no timer run: so the clock is looked at here.
                processor ??= (from = now, process.cpuUsage());
                times.push(now - begun);
            }
        }
    };
    const talking = Array.from({ length: conversations }, (_, number) => talk(number));
    await Promise.all(talking);
    const [elapsed, used] = [(performance.now() - from) / 1000, process.cpuUsage(processor)];
    times.sort((a, b) => a - b);
    const at = share => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    console.log(JSON.stringify({ turns: times.length, perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), processor: (used.user + used.system) / Math.max(1, times.length) }));
}
