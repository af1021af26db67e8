/** Web pages as articles: body, title, facts. */
import { momentOf } from '../../src/collect/dates.ts';
import { readPage } from '../../src/collect/page/page.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { firstOf, momentFault, sentenceFault } from '../rules.ts';
import { PAGES } from '../seeds/pages.ts';
import type { Fault, TextTarget } from '../target.ts';

const NOW = Date.UTC(2026, 0, 1);
const MUTATORS = [...MARKUP_MUTATORS, ...TEXT_MUTATORS];

function* faults(html: string): Generator<Fault> {
  const read = readPage(html);
  if ('reason' in read) {
    yield sentenceFault('the reason', read.reason);
    // `readPage` catches what its parts throw: here it is looked at.
    if (read.reason.startsWith('its HTML cannot be taken apart')) yield read.reason;
    return;
  }
  if (read.title.includes('\n')) yield 'the title has a line end';
  if (read.text.trim() === '') yield 'the article has no text';
  if (read.text.length > 2 * html.length + 1000) yield 'the text is longer than the page';
  for (const date of [...read.facts.published, ...read.facts.changed]) {
    yield momentFault('a date', momentOf(date, { now: NOW }).moment);
  }
}

export const page: TextTarget = {
  kind: 'text',
  name: 'page',
  weight: 8,
  make: (chance) => mutated(PAGES, MUTATORS, chance),
  check: (html) => firstOf(faults(html)),
};
