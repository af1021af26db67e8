/**
 * NEREL (Loukachevitch et al. 2021, https://aclanthology.org/2021.ranlp-1.100; Wikinews in Russian,
 * CC BY 2.5) in the classes of the name tagger: outermost names only, and none without a capital.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mark, MarkedText } from './expand.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  PERSON: 'P',
  ORGANIZATION: 'O',
  COUNTRY: 'L',
  CITY: 'L',
  STATE_OR_PROVINCE: 'L',
  DISTRICT: 'L',
  LOCATION: 'L',
  FACILITY: 'L',
  LAW: 'M',
  WORK_OF_ART: 'M',
  PRODUCT: 'M',
  AWARD: 'M',
  EVENT: 'M',
};
const LINE = /^T\d+\t(\S+) (\d+) (\d+)\t/;

/** All documents of a folder of brat files, by name. */
export function readNerel(folder: string): MarkedText[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ann'));
  return files.sort().map((name) => {
    const text = readFileSync(join(folder, name.replace(/ann$/, 'txt')), 'utf8');
    return nerelText(text, readFileSync(join(folder, name), 'utf8'));
  });
}

/** One document and its annotations. */
export function nerelText(text: string, annotations: string): MarkedText {
  const all: { mark: Mark; begin: number; end: number }[] = [];
  for (const line of annotations.split('\n')) {
    const [, type = '', from, to] = LINE.exec(line) ?? [];
    const mark = MARKS[type];
    if (mark === undefined) continue;
    const name = { mark, begin: Number(from), end: Number(to) };
    if (isName(text.slice(name.begin, name.end), type, mark)) all.push(name);
  }
  const size = ({ begin, end }: { begin: number; end: number }) => end - begin;
  const outer = all.filter(
    (a) => !all.some((b) => b.begin <= a.begin && a.end <= b.end && size(b) > size(a)),
  );
  return { text, names: outer.sort((a, b) => a.begin - b.begin) };
}

/** Laws and works begin with a capital; an event of one word ("Взрыв") is a common noun. */
function isName(words: string, type: string, mark: Mark): boolean {
  if (!/\p{Lu}/u.test(words)) return false;
  if (mark !== 'M') return true;
  return /^["«“„]?\p{Lu}/u.test(words) && (type !== 'EVENT' || words.includes(' '));
}
