/** Diplomatic lists that are PDF files; slow, so they have fewer cases. */
import { setInColumns, writePdf } from '../../src/collect/presence/lists/pdf.fixture.ts';
import { listFault } from '../list-faults.ts';
import { brokenBytes } from '../mutate/bytes.ts';
import { PDF_MUTATORS } from '../mutate/pdf.ts';
import { mutated } from '../mutate/pick.ts';
import { LIST_LINES } from '../seeds/pages.ts';
import type { BytesTarget } from '../target.ts';

const LINES = LIST_LINES.map((text, i) => ({ text, bold: i % 15 === 0 }));
const SEEDS = [1, 2].map((columns) =>
  Buffer.from(writePdf(setInColumns(LINES, columns))).toString('latin1'),
);

export const listPdf: BytesTarget = {
  kind: 'bytes',
  name: 'list-pdf',
  weight: 0.7,
  make: (chance) => {
    const file = Buffer.from(mutated(SEEDS, PDF_MUTATORS, chance), 'latin1');
    return chance() < 0.3 ? brokenBytes(file, chance) : file;
  },
  check: listFault,
};
