/**
 * Texts with gold names, from CoNLL-U files with BIO tags in the last column and from FactRuEval
 * folders. Spans are half-open ranges of UTF-16 units of `text`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../src/domain/span.ts';

export const NAME_CLASSES = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type NameClass = (typeof NAME_CLASSES)[number];

/** A gold name: an answer must cover `must` and may reach as far as `may`. */
export interface GoldName {
  readonly kind: NameClass;
  readonly must: Span;
  readonly may: Span;
}

export interface GoldText {
  readonly text: string;
  readonly names: readonly GoldName[];
  /** Where an answer is neither right nor wrong: names inside longer ones. */
  readonly ignored: readonly Span[];
}

/** Sentences that are read together: CoNLL files do not say where an article ends. */
const SENTENCES_A_TEXT = 20;

/** Reads a CoNLL-U file, plain or gzip: a token a line, its form second, its tag last. */
export function readConll(file: string): GoldText[] {
  const bytes = readFileSync(file);
  const plain = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return conllTexts(plain);
}

/** The same for a file's content. */
export function conllTexts(content: string): GoldText[] {
  const sentences = content
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== '' && line[0] !== '#'))
    .filter((lines) => lines.length > 0);
  const texts: GoldText[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_A_TEXT) {
    texts.push(joined(sentences.slice(at, at + SENTENCES_A_TEXT)));
  }
  return texts;
}

function joined(sentences: readonly (readonly string[])[]): GoldText {
  let text = '';
  const names: GoldName[] = [];
  for (const lines of sentences) {
    if (text !== '') text += '\n';
    let open: { kind: NameClass; begin: number; end: number } | undefined;
    for (const [i, line] of lines.entries()) {
      const cells = line.split('\t');
      const tag = cells.at(-1)?.trim() ?? 'O';
      const kind = NAME_CLASSES.find((known) => tag.endsWith(`-${known}`));
      if (i > 0) text += ' ';
      const begin = text.length;
      text += cells[1] ?? '';
      if (open !== undefined && (kind !== open.kind || tag.startsWith('B-'))) {
        names.push(goldName(text, open));
        open = undefined;
      }
      if (kind !== undefined) open = { kind, begin: open?.begin ?? begin, end: text.length };
    }
    if (open !== undefined) names.push(goldName(text, open));
  }
  return { text, names, ignored: [] };
}

/** Marks at the ends ("Economía," is one token there) may be answered or not. */
function goldName(text: string, { kind, begin, end }: { kind: NameClass } & Span): GoldName {
  const may = { begin, end };
  const [core] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(text.slice(begin, end)) ?? [];
  if (core === undefined) return { kind, must: may, may };
  const from = begin + text.slice(begin, end).indexOf(core);
  return { kind, must: { begin: from, end: from + core.length }, may };
}

/** FactRuEval's kinds; a LocOrg (a state or city that acts) counts as a place, as its `-l` does. */
const OBJECTS: Readonly<Record<string, NameClass>> = {
  Person: 'PER',
  Org: 'ORG',
  LocOrg: 'LOC',
  Location: 'LOC',
};
/** Spans that name; descriptions (`org_descr`, `loc_descr`) an answer may hold, as in its scripts. */
const NAMING = new Set(['org_name', 'loc_name', 'name', 'surname', 'patronymic', 'nickname']);

/** Reads the `*.txt`, `*.spans` and `*.objects` of a folder. */
export function readFactRuEval(folder: string): GoldText[] {
  const books = readdirSync(folder).filter((name) => name.endsWith('.objects'));
  return books.sort().map((name) => {
    const stem = join(folder, basename(name, '.objects'));
    const text = readFileSync(`${stem}.txt`, 'utf8');
    return factRuEvalText(
      text,
      readFileSync(`${stem}.spans`, 'utf8'),
      readFileSync(`${stem}.objects`, 'utf8'),
    );
  });
}

/** One document of FactRuEval. An object without a naming span is no name; one in another is ignored. */
export function factRuEvalText(text: string, spans: string, objects: string): GoldText {
  const byId = new Map<string, { kind: string; begin: number; end: number }>();
  for (const line of spans.split('\n')) {
    const [id, kind, begin, length] = line.split(' ');
    if (id === undefined || kind === undefined || length === undefined) continue;
    byId.set(id, { kind, begin: Number(begin), end: Number(begin) + Number(length) });
  }
  const all: GoldName[] = [];
  for (const line of objects.split('\n')) {
    const [, type, ...ids] = line.split('#')[0]!.trim().split(' ');
    const kind = OBJECTS[type ?? ''];
    if (kind === undefined) continue;
    const parts = ids.flatMap((id) => byId.get(id) ?? []);
    const naming = parts.filter((part) => NAMING.has(part.kind));
    if (naming.length > 0) all.push({ kind, must: hull(naming), may: hull(parts) });
  }
  const outer = all.filter((name) => !all.some((other) => other !== name && isInside(name, other)));
  const ignored = all.filter((name) => !outer.includes(name)).map(({ must }) => must);
  return { text, names: outer.sort((a, b) => a.must.begin - b.must.begin), ignored };
}

function hull(spans: readonly Span[]): Span {
  return {
    begin: Math.min(...spans.map(({ begin }) => begin)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** Whether a name lies within a longer one; of two of one extent the later is inside. */
function isInside({ may: a }: GoldName, { may: b }: GoldName): boolean {
  return b.begin <= a.begin && a.end <= b.end && b.end - b.begin > a.end - a.begin;
}
