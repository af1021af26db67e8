/** robots.txt: rules that are read, and verdicts on addresses. */
import { mayFetch, readRobots } from '../../src/collect/web/robots-file.ts';
import { LINE_MUTATORS } from '../mutate/lines.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { firstOf } from '../rules.ts';
import { ROBOTS } from '../seeds/feeds.ts';
import type { Fault, TextTarget } from '../target.ts';

const MUTATORS = [...LINE_MUTATORS, ...TEXT_MUTATORS];
const ASKED = ['/', '/private/a.html', `/${'ab'.repeat(2000)}`, '/?a=b&c=d', '/%7Ea/%E4'];

function* faults(text: string): Generator<Fault> {
  const rules = readRobots(text, 'Atalaya');
  const { crawlDelaySeconds: delay, sitemaps } = rules;
  if (delay !== undefined && !(Number.isFinite(delay) && delay >= 0)) {
    yield `the delay is ${delay}`;
  }
  if (sitemaps.length > 100) yield `${sitemaps.length} sitemaps are kept`;
  for (const path of ASKED) mayFetch(rules, `https://harbour.example${path}`);
  if (rules.rules.length === 0 && !mayFetch(rules, 'https://harbour.example/a')) {
    yield 'no rule forbids, and yet it may not be fetched';
  }
}

export const robots: TextTarget = {
  kind: 'text',
  name: 'robots',
  weight: 10,
  make: (chance) => mutated(ROBOTS, MUTATORS, chance),
  check: (text) => firstOf(faults(text)),
};
