/** Sitemaps, indexes of them, and lines of addresses. */
import { readSitemap } from '../../src/collect/sitemaps/read-sitemap.ts';
import { inBytes } from '../mutate/bytes.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { addressFault, countFault, firstOf, sentenceFault } from '../rules.ts';
import { SITEMAPS } from '../seeds/feeds.ts';
import type { BytesTarget, Fault } from '../target.ts';

const MUTATORS = [...MARKUP_MUTATORS, ...TEXT_MUTATORS];

function* faults(bytes: Uint8Array): Generator<Fault> {
  const read = readSitemap(bytes, { url: 'https://harbour.example/sitemap.xml' });
  if (read.kind === 'not-a-sitemap') {
    yield sentenceFault('the reason', read.reason);
    return;
  }
  yield countFault('more', read.more);
  yield countFault('unusable', read.unusable);
  for (const doubt of read.doubts) yield sentenceFault('a doubt', doubt);
  const listed = read.kind === 'urls' ? read.entries : read.sitemaps;
  for (const { url } of listed) yield addressFault('an entry', url);
}

export const sitemap: BytesTarget = {
  kind: 'bytes',
  name: 'sitemap',
  weight: 12,
  make: (chance) => inBytes(mutated(SITEMAPS, MUTATORS, chance), chance),
  check: (bytes) => firstOf(faults(bytes)),
};
