/** A watch in a process of its own, to be killed: DESK NOW PORT SOURCES. The clock stands at NOW. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '../../src/pipeline/desk.ts';
import { syncSources } from '../../src/pipeline/watch/sources.ts';
import { runWatch } from '../../src/pipeline/watch/watch.ts';
import { webTo } from './site.ts';

const [folder, now, port, count] = process.argv.slice(2);
const clock = (): number => Number(now);
const desk = await openDesk({ folder: folder!, now: clock, detectLanguage: async () => 'en' });
const web = webTo(Number(port), { now: clock });
process.stdout.write('ready\n');
const listed = Array.from({ length: Number(count) }, (_, i) => ({
  id: `s${i}`,
  kind: 'feed' as const,
  url: `http://s${i}.example:${port}/feed`,
  outlet: `s${i}.example`,
  tags: [],
  everyMs: 3_600_000,
  enabled: true,
  line: 1,
}));
await syncSources(desk, listed, () => undefined);
await runWatch(desk, web, {
  once: true,
  signal: new AbortController().signal,
  wait: (ms) => sleep(ms),
  threads: 1,
});
await web.close();
await desk.close();
