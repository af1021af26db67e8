/** Lists of addresses and of sources: lines, tables, JSON, OPML, pages. */
import { readAddresses } from '../../src/collect/lists/read-addresses.ts';
import { readOpml } from '../../src/collect/watch-list/opml.ts';
import { readSourceCsv } from '../../src/collect/watch-list/source-csv.ts';
import { inBytes } from '../mutate/bytes.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { CELL_MUTATORS, LINE_MUTATORS } from '../mutate/lines.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { addressFault, firstOf, sentenceFault } from '../rules.ts';
import { SITEMAPS, XML_FEEDS } from '../seeds/feeds.ts';
import { PAGES } from '../seeds/pages.ts';
import { ADDRESS_LISTS, OPMLS, SOURCE_CSVS } from '../seeds/tables.ts';
import type { BytesTarget, Fault } from '../target.ts';

const SEEDS = [...ADDRESS_LISTS, ...ADDRESS_LISTS, XML_FEEDS[0]!, SITEMAPS[0]!, PAGES[2]!];
const MUTATORS = [...JSON_MUTATORS, ...CELL_MUTATORS, ...LINE_MUTATORS, ...MARKUP_MUTATORS];

async function listFault(bytes: Uint8Array): Promise<Fault> {
  const at = { name: 'list', base: 'https://ledger.example/' };
  for await (const one of readAddresses(bytes, at)) {
    const fault =
      'fault' in one ? sentenceFault('a fault', one.detail) : addressFault('an address', one.url);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

async function sourcesFault(bytes: Uint8Array): Promise<Fault> {
  for (const read of [await readOpml(bytes), await readSourceCsv(bytes)]) {
    const fault = firstOf([
      ...read.drafts.map(({ url }) => addressFault('a source', url)),
      ...read.refused.map(({ reason }) => sentenceFault('a refusal', reason)),
    ]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export const addresses: BytesTarget = {
  kind: 'bytes',
  name: 'addresses',
  weight: 8,
  make: (chance) => inBytes(mutated(SEEDS, MUTATORS, chance), chance),
  check: listFault,
};

export const sources: BytesTarget = {
  kind: 'bytes',
  name: 'sources',
  weight: 5,
  make: (chance) => inBytes(mutated([...OPMLS, ...SOURCE_CSVS], MUTATORS, chance), chance),
  check: sourcesFault,
};
