/** Writing a lexicon in the format that `src/trace/lexicon/lexicon.ts` states and reads. */
import { LEXICON_MAGIC, LEXICON_VERSION } from '../src/trace/lexicon/lexicon.ts';
import { sealModel } from '../src/trace/lexicon/model-file.ts';

interface DraftSide {
  readonly stems: readonly string[];
  /** In how many units each stem occurs. */
  readonly frequency: readonly number[];
}

export interface LexiconDraft {
  readonly languages: readonly [string, string];
  readonly sentences: number;
  readonly left: DraftSide;
  readonly right: DraftSide;
  readonly links: {
    left: number;
    right: number;
    /** p(right | left) and p(left | right); 0 where it is not kept. */
    forward: number;
    backward: number;
  }[];
}

/** The file's bytes. Only linked stems are written, in code point order. */
export function writeLexicon(draft: LexiconDraft): Uint8Array {
  const left = sortedSide(draft.left, new Set(draft.links.map((link) => link.left)));
  const right = sortedSide(draft.right, new Set(draft.links.map((link) => link.right)));
  const out: number[] = [];
  for (const language of draft.languages) out.push(language.charCodeAt(0), language.charCodeAt(1));
  pushVarint(out, draft.sentences);
  pushSide(out, left.stems, left.frequency);
  pushSide(out, right.stems, right.frequency);
  const rows: { right: number; forward: number; backward: number }[][] = left.stems.map(() => []);
  for (const link of draft.links) {
    rows[left.number.get(link.left)!]!.push({
      right: right.number.get(link.right)!,
      forward: Math.round(link.forward * 255),
      backward: Math.round(link.backward * 255),
    });
  }
  pushVarint(out, draft.links.length);
  for (const row of rows) {
    row.sort((x, y) => x.right - y.right);
    pushVarint(out, row.length);
    let last = 0;
    for (const link of row) {
      pushVarint(out, link.right - last);
      out.push(link.forward, link.backward);
      last = link.right;
    }
  }
  return sealModel(LEXICON_MAGIC, LEXICON_VERSION, Uint8Array.from(out));
}

function sortedSide(side: DraftSide, used: ReadonlySet<number>) {
  const ids = [...used].sort((x, y) => (side.stems[x]! < side.stems[y]! ? -1 : 1));
  return {
    stems: ids.map((id) => side.stems[id]!),
    frequency: ids.map((id) => side.frequency[id]!),
    number: new Map(ids.map((id, number) => [id, number])),
  };
}

/** Front-coded stems, then frequencies in twelfths of a doubling. */
function pushSide(out: number[], stems: readonly string[], frequency: readonly number[]): void {
  pushVarint(out, stems.length);
  let last: Uint8Array = new Uint8Array();
  for (const stem of stems) {
    const bytes = new TextEncoder().encode(stem);
    if (bytes.length > 255) throw new Error(`stem of ${bytes.length} bytes: ${stem.slice(0, 40)}…`);
    let shared = 0;
    while (shared < last.length && shared < bytes.length && last[shared] === bytes[shared])
      shared++;
    out.push(shared, bytes.length - shared, ...bytes.subarray(shared));
    last = bytes;
  }
  for (const count of frequency) out.push(Math.min(255, Math.round(12 * Math.log2(count + 1))));
}

function pushVarint(out: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  out.push(rest);
}
