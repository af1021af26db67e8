/** TimeML documents (`.tml`): the text, its day of creation and its TIMEX3 annotations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../src/domain/span.ts';

/** One TIMEX3 of a text. */
export interface Timex extends Span {
  readonly type: string;
  readonly value: string;
}

export interface TimeMlText {
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly published: string | undefined;
  readonly timexes: readonly Timex[];
  /** Where the text repeats its own creation time: counted neither way. */
  readonly ignored: readonly Span[];
}

/** All `.tml` files of a folder and the folders in it, in the order of their paths. */
export function timeMlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return timeMlFiles(path);
      return /\.tml$/i.test(entry.name) ? [path] : [];
    });
}

/** Reads a file; `undefined` where it has no `<TEXT>`. */
export function readTimeMl(path: string): TimeMlText | undefined {
  return parseTimeMl(readFileSync(path, 'utf8'));
}

const TAG = /<(\/?)([A-Za-z0-9:_-]+)([^>]*)>|&(#x?[0-9a-f]+|[a-z]+);/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The parts of a document's source; `undefined` where it has no `<TEXT>`. */
export function parseTimeMl(source: string): TimeMlText | undefined {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/i.exec(source)?.[1];
  if (body === undefined) return undefined;
  const created = [...source.matchAll(/<TIMEX3\b([^>]*)>/giu)].find(([, written]) =>
    isCreation(attributesOf(written!)),
  );
  const day = created && attributesOf(created[1]!)['value']?.slice(0, 10);
  const open: { begin: number; attributes: Record<string, string> }[] = [];
  const timexes: Timex[] = [];
  const ignored: Span[] = [];
  let text = '';
  let last = 0;
  for (const match of body.matchAll(TAG)) {
    text += body.slice(last, match.index);
    last = match.index + match[0].length;
    const [, slash, name, written, entity] = match;
    if (entity !== undefined) text += decoded(entity) ?? match[0];
    else if (name?.toUpperCase() !== 'TIMEX3') continue;
    else if (slash === '') open.push({ begin: text.length, attributes: attributesOf(written!) });
    else {
      const started = open.pop();
      if (started === undefined || started.begin === text.length) continue;
      const span = { begin: started.begin, end: text.length };
      const { type = '', value = '' } = started.attributes;
      if (isCreation(started.attributes)) ignored.push(span);
      else timexes.push({ ...span, type, value });
    }
  }
  text += body.slice(last);
  return { text, published: day, timexes, ignored };
}

const isCreation = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['functionInDocument'] === 'CREATION_TIME';

function attributesOf(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/([A-Za-z]+)\s*=\s*"([^"]*)"/gu)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}

function decoded(entity: string): string | undefined {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()];
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
