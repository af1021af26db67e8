/** Diplomatic lists that are web pages. */

import { listFault } from '../list-faults.ts';
import { inBytes } from '../mutate/bytes.ts';
import { MARKUP_MUTATORS } from '../mutate/markup.ts';
import { mutated } from '../mutate/pick.ts';
import { TEXT_MUTATORS } from '../mutate/text.ts';
import { LIST_PAGES } from '../seeds/pages.ts';
import type { BytesTarget } from '../target.ts';

const MUTATORS = [...MARKUP_MUTATORS, ...TEXT_MUTATORS];

export const listPage: BytesTarget = {
  kind: 'bytes',
  name: 'list-page',
  weight: 6,
  make: (chance) => inBytes(mutated(LIST_PAGES, MUTATORS, chance), chance),
  check: listFault,
};
