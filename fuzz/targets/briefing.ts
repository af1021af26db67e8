/** What a model proposes for a briefing: a sentence is kept with footings that there are, or refused with a reason. */
import type { Chance } from '../../bench/chance.ts';
import { facts } from '../../src/export/briefing/briefing.fixture.ts';
import { composeBriefing } from '../../src/export/briefing/compose.ts';
import { footingsFor, withModelSentences } from '../../src/export/briefing/with-model.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { firstOf, sentenceFault } from '../rules.ts';
import type { Fault, TextTarget } from '../target.ts';

const KNOWN = facts();
const OWN = composeBriefing(KNOWN, 'en');
const NUMBERS = new Set(OWN.sources.map(({ n }) => n));
const SEEDS = [
  ...footingsFor(OWN).map(
    ({ n, words }) => `${words} [${n}]. It is likely that 4 outlets carry it [${n}, 1].`,
  ),
  'The pier was blown up. One outlet carries “words” [999]. Dr. A. B. Smith said so [1; 2].',
];

const make = (chance: Chance): string => mutated(SEEDS, TEXT_MUTATORS, chance);

function* faults(text: string): Generator<Fault> {
  const briefing = withModelSentences(OWN, KNOWN, text);
  for (const { why } of briefing.refused) yield sentenceFault('why', why);
  for (const { items } of briefing.sections) {
    for (const { footings, text: words } of items.flatMap(({ sentences }) => sentences)) {
      yield sentenceFault('a sentence', words);
      const unknown = footings.find(({ n }) => !NUMBERS.has(n));
      if (unknown !== undefined) yield `a sentence rests on ${unknown.n}, which there is not`;
    }
  }
}

export const briefing: TextTarget = {
  kind: 'text',
  name: 'briefing',
  weight: 4,
  make,
  check: (text) => firstOf(faults(text)),
};
