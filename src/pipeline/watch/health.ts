/** How a source fares, in one word and in numbers: nothing that has gone quiet goes unnoticed. */
import type { Health } from '../../domain/watch-views.ts';
import type { SourceRow } from '../../store/watching.ts';

const DAY = 86_400_000;
/** Failures in a row over at least so long make a source dead. */
const DEAD_FAILURES = 5;
const DEAD_AFTER = 3 * DAY;
/** Without anything new for so many of its usual intervals, and at least so long, it is silent. */
const SILENT_INTERVALS = 20;
const SILENT_AFTER = 2 * DAY;
/** An exchange of so many milliseconds is slow. */
const SLOW_MS = 10_000;

/** The health of a source at a time. */
export function healthOf(source: SourceRow, now: number): Health {
  const { active, polls, failures, refusal, answeredAt, newAt, movedTo, ms } = source;
  if (!active) return 'off';
  if (polls === 0) return 'new';
  const unanswered = now - (answeredAt ?? 0);
  const isGone = refusal?.reason === 'gone';
  if (isGone || (failures >= DEAD_FAILURES && unanswered >= DEAD_AFTER)) return 'dead';
  if (failures > 0) return 'failing';
  if (movedTo !== undefined) return 'moved';
  const quiet = newAt === undefined ? polls > SILENT_INTERVALS : now - newAt > quietAfter(source);
  if (quiet) return 'silent';
  return ms !== undefined && ms >= SLOW_MS ? 'slow' : 'well';
}

/** How long a source may name nothing new before it counts as silent. */
function quietAfter({ every }: SourceRow): number {
  return Math.max(SILENT_AFTER, every * SILENT_INTERVALS);
}
