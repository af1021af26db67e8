/** Watch files, and the indicators and channels of a desk: YAML that a person wrote. */
import { readFileSync } from 'node:fs';
import { loadIndicators } from '../../src/collect/indicators/load-indicators.ts';
import { readNotices } from '../../src/collect/notices/read-notices.ts';
import { readWatch } from '../../src/collect/watch-list/read-watch.ts';
import type { WatchProblem } from '../../src/domain/watch.ts';
import { LINE_MUTATORS, YAML_MUTATORS } from '../mutate/lines.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { addressFault, countFault, firstOf, sentenceFault } from '../rules.ts';
import { INDICATORS, NOTICES, WATCHES } from '../seeds/yaml.ts';
import type { Fault, TextTarget } from '../target.ts';

const MUTATORS = [...YAML_MUTATORS, ...YAML_MUTATORS, ...LINE_MUTATORS, ...TEXT_MUTATORS];
const SHIPPED = readFileSync(
  new URL('../../data/indicators/indicators.yaml', import.meta.url),
  'utf8',
);

function* problemFaults(problems: readonly WatchProblem[], text: string): Generator<Fault> {
  if (problems.length === 0) yield 'it is refused without a problem';
  for (const { line, column, message } of problems) {
    yield sentenceFault('a problem', message);
    yield countFault('the line', line, 1);
    yield countFault('the column', column, 1);
    if (line > text.split(/\r\n?|\n/).length + 1) yield `a problem stands at line ${line}`;
  }
}

function* watchFaults(text: string): Generator<Fault> {
  const read = readWatch(text, 'watch.yaml');
  if ('problems' in read) return yield* problemFaults(read.problems, text);
  const { sources, host, sponsors } = read.watch;
  if (sponsors.includes(host)) yield 'the host is its own sponsor';
  for (const { url, everyMs, id } of sources) {
    yield addressFault('a source', url);
    yield countFault('every', everyMs, 1);
    if (!/^[a-z0-9._-]+$/.test(id)) yield `the id is ${id}`;
  }
  if (new Set(sources.map(({ id }) => id)).size < sources.length) yield 'an id stands there twice';
}

function* indicatorFaults(text: string): Generator<Fault> {
  const read = loadIndicators(SHIPPED, text, 'indicators.yaml');
  if ('problems' in read) return yield* problemFaults(read.problems, text);
  for (const { threshold, lookBackDays, windowDays, baselineDays } of read.indicators) {
    if (!(threshold > 0 && Number.isFinite(threshold))) yield `the threshold is ${threshold}`;
    yield countFault('lookBack', lookBackDays, 1);
    yield countFault('window', windowDays, 1);
    yield countFault('baseline', baselineDays);
  }
}

function* noticeFaults(text: string): Generator<Fault> {
  const read = readNotices(text, 'notices.yaml');
  if ('problems' in read) return yield* problemFaults(read.problems, text);
  for (const one of read.channels) {
    if (one.kind === 'webhook') yield addressFault('a webhook', one.url);
  }
}

const target = (
  name: string,
  weight: number,
  seeds: readonly string[],
  faults: (text: string) => Iterable<Fault>,
): TextTarget => ({
  kind: 'text',
  name,
  weight,
  make: (chance) => mutated(seeds, MUTATORS, chance),
  check: (text) => firstOf(faults(text)),
});

export const watch = target('watch', 6, WATCHES, watchFaults);
export const indicators = target('indicators', 5, INDICATORS, indicatorFaults);
export const notices = target('notices', 2, NOTICES, noticeFaults);
