/** Mutations of PDF files, as text of one byte a character: what their objects, streams and tables state. */
import { type Mutator, pick } from './pick.ts';
import { replaceOne, TEXT_MUTATORS } from './text.ts';

const REFERENCE = /\d+ 0 R/g;
const NAME = /\/[A-Z][A-Za-z0-9]+/g;
const OPERATOR = /\b(?:Tf|Tm|Tj|BT|ET)\b/g;
const NUMBERS = ['0', '-1', '1e9', '99999999999', '0.0000001', '2147483648', '842', '--5', '.'];

export const PDF_MUTATORS: readonly Mutator[] = [
  (text, chance) => replaceOne(text, /\d+/g, () => pick(NUMBERS, chance), chance),
  // References to objects that are not there, or around in a circle.
  (text, chance) =>
    replaceOne(text, REFERENCE, () => `${pick([0, 1, 2, 3, 5, 6, 999], chance)} 0 R`, chance),
  (text, chance) =>
    replaceOne(
      text,
      NAME,
      () => pick(['/Kids', '/Length', '/Type', '/X', '/', '/FlateDecode'], chance),
      chance,
    ),
  (text, chance) =>
    replaceOne(
      text,
      OPERATOR,
      () => pick(['Tj', 'TJ', 'q', 'Q', 'Do', 'BI', 'cm', 'ET', 'Tz'], chance),
      chance,
    ),
  (text, chance) =>
    replaceOne(
      text,
      /\/Length \d+/g,
      (found) =>
        `${found} /Filter ${pick(['/FlateDecode', '/LZWDecode', '[/ASCIIHexDecode /ASCII85Decode]', '/DCTDecode', '/JBIG2Decode'], chance)}`,
      chance,
    ),
  (text, chance) => replaceOne(text, /\(|\)|<<|>>|\[|\]/g, () => '', chance),
  ...TEXT_MUTATORS,
];
