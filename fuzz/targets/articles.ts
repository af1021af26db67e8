/** Files that people hand over as articles, whatever their format, read to drafts. */
import type { Disk } from '../../src/collect/disk.ts';
import { draftOf } from '../../src/collect/draft.ts';
import { readInputs } from '../../src/collect/inputs.ts';
import { inBytes } from '../mutate/bytes.ts';
import { JSON_MUTATORS } from '../mutate/json.ts';
import { CELL_MUTATORS, LINE_MUTATORS } from '../mutate/lines.ts';
import { mutated } from '../mutate/pick.ts';
import { addressFault, momentFault, sentenceFault } from '../rules.ts';
import { PAGES } from '../seeds/pages.ts';
import { ARTICLE_FILES } from '../seeds/tables.ts';
import type { BytesTarget, Fault } from '../target.ts';

const NOW = Date.UTC(2026, 0, 1);
const SEEDS = [...ARTICLE_FILES, ...ARTICLE_FILES, PAGES[0]!];
const MUTATORS = [...JSON_MUTATORS, ...CELL_MUTATORS, ...LINE_MUTATORS];
/** Of what is read, so that the same bytes meet every reader that a name may choose. */
const NAMES = ['case', 'case.jsonl', 'case.csv', 'case.md', 'case.html'] as const;

const holding = (bytes: Uint8Array): Disk => ({
  stat: async () => ({ kind: 'file', size: bytes.length }),
  list: async () => [],
  async *read() {
    yield bytes;
  },
});

async function check(bytes: Uint8Array): Promise<Fault> {
  const name = NAMES[bytes.length % NAMES.length]!;
  for await (const item of readInputs([name], { disk: holding(bytes) })) {
    if (!item.ok) {
      const fault = sentenceFault('a refusal', item.refusal.detail);
      if (fault !== undefined) return fault;
      continue;
    }
    const draft = draftOf(item.value, { now: NOW });
    if (!draft.ok) continue;
    const { url, published, text, domain } = draft.value;
    if (text.trim() === '') return 'an article without text';
    if (domain === '') return 'an article without a domain';
    const fault =
      addressFault('an article', url) ?? momentFault('when it was published', published);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export const articles: BytesTarget = {
  kind: 'bytes',
  name: 'articles',
  weight: 6,
  make: (chance) => inBytes(mutated(SEEDS, MUTATORS, chance), chance),
  check,
};
