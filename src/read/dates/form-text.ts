/** Written forms (the notation is told in `forms.ts`) as all the sequences of steps that they stand for. */
import type { Step } from './form-tree.ts';
import type { SlotReader } from './readers.ts';
import { variantsOf } from './variants.ts';

/** What a form may name. */
export interface FormWords {
  readonly readers: ReadonlyMap<string, SlotReader>;
  readonly slots: ReadonlySet<string>;
  /** A word of the form as pieces. */
  cut(word: string): readonly string[];
}

/** One form that stands for more sequences is better written as two. */
const MOST_SEQUENCES = 600;

// A word with a group that touches it is one mark: its variants.
const SYNTAX = /[^\s(){}[\]|?]+\([^()]*\)[^\s(){}[\]|?]*|\{[^{}]*\}|[()[\]|]|\?|[^\s(){}[\]|?]+/gu;
const SLOT = /^\{(?<check>=|!|<!)?(?<name>\w+)(?::(?<into>\w+))?\}$/u;

type Sequence = readonly Step[];

/** The sequences of a form; throws, with what is wrong, where it cannot be read. */
export function sequencesOf(form: string, words: FormWords): readonly Sequence[] {
  const marks = [...form.matchAll(SYNTAX)].map(([mark]) => mark);
  const cursor = { marks, at: 0 };
  const sequences = alternatives(cursor, words);
  if (cursor.at < marks.length) throw new Error(`"${marks[cursor.at]}" has no opening bracket`);
  return sequences;
}

interface Cursor {
  readonly marks: readonly string[];
  at: number;
}

function alternatives(cursor: Cursor, words: FormWords): Sequence[] {
  const all: Sequence[] = [...sequence(cursor, words)];
  while (cursor.marks[cursor.at] === '|') {
    cursor.at++;
    all.push(...sequence(cursor, words));
  }
  return all;
}

function sequence(cursor: Cursor, words: FormWords): Sequence[] {
  let all: Sequence[] = [[]];
  for (;;) {
    const mark = cursor.marks[cursor.at];
    if (mark === undefined || mark === '|' || mark === ')' || mark === ']') return all;
    const first = cursor.at === 0;
    cursor.at++;
    let next = item(mark, first, cursor, words);
    if (cursor.marks[cursor.at] === '?') {
      cursor.at++;
      next = [[], ...next];
    }
    if (all.length * next.length > MOST_SEQUENCES) {
      throw new Error(`it stands for more than ${MOST_SEQUENCES} sequences: write it as several`);
    }
    all = all.flatMap((before) => next.map((after) => [...before, ...after]));
  }
}

function item(mark: string, first: boolean, cursor: Cursor, words: FormWords): Sequence[] {
  if (mark === '(') {
    const inner = alternatives(cursor, words);
    close(cursor, ')');
    return inner;
  }
  if (mark === '[') {
    const inner = alternatives(cursor, words);
    close(cursor, ']');
    return inner.map((steps) =>
      first ? [...steps, { kind: 'begin' }] : [{ kind: 'end' }, ...steps],
    );
  }
  if (mark === '?') throw new Error('"?" stands behind nothing');
  if (mark.startsWith('{')) return [[slotOf(mark, words)]];
  return variantsOf(mark).map((one) => words.cut(one).map((word) => ({ kind: 'word', word })));
}

function close(cursor: Cursor, bracket: string): void {
  if (cursor.marks[cursor.at] !== bracket) throw new Error(`"${bracket}" is missing`);
  cursor.at++;
}

function slotOf(mark: string, { readers, slots }: FormWords): Step {
  const groups = SLOT.exec(mark)?.groups;
  const name = groups?.['name'] ?? '';
  const reader = readers.get(name);
  if (groups === undefined || reader === undefined) {
    throw new Error(
      `${mark} names no list and no shape: expected ${[...readers.keys()].join(', ')}`,
    );
  }
  if (groups['check'] === '=') return { kind: 'next', name, reader };
  if (groups['check'] === '!') return { kind: 'not-next', name, reader };
  if (groups['check'] === '<!') return { kind: 'not-before', name, reader };
  const into = groups['into'] ?? (slots.has(name) ? name : '');
  if (into !== '' && !slots.has(into)) throw new Error(`${mark} fills no slot "${into}"`);
  return { kind: 'slot', name, reader, into };
}
