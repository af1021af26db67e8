/**
 * `feeds DIR`: a suite of feeds whose expectations are Python expressions in a comment at the head of
 * each file (the layout of feedparser's tests). A case counts where all names of its expression are
 * fields that our `Feed` has, and at least one is; the others are unmapped and shown. `core` are
 * the counted cases below `wellformed/`, without `cdf` (a format of its own) and `sanitize` (what
 * is cleaned out of HTML: a feed's HTML is kept as stated and never shown). See `docs/feeds.md`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Feed } from '../src/collect/feeds/feed.ts';
import { type FeedPlace, readFeed } from '../src/collect/feeds/read-feed.ts';
import { webAddress } from '../src/collect/xml/addresses.ts';
import { type Field, fieldAt, isAsExpected } from './feed-view.ts';
import type { Answer, Figures, Measure } from './measure.ts';
import { type Expression, readExpression } from './python-expression.ts';
import { drawTable, fraction } from './table.ts';
import { withFolder } from './unpack.ts';

const EXPECTED =
  'a folder or .tar.gz with wellformed/ and illformed/ feeds that say what to expect';
/** Where the suite's own server stands; relative links are expected there. */
const SERVER = 'http://127.0.0.1:8097/tests/';

export const feeds: Measure = {
  name: 'feeds',
  argument: 'DIR',
  summary: 'fields of feeds, by the expectations in the files of a suite',
  run: async (path) => {
    const absent: Answer = { kind: 'absent', place: path, expected: EXPECTED };
    if (!existsSync(path)) return absent;
    if (!statSync(path).isDirectory() && !/\.(tar\.gz|tgz)$/.test(path)) return absent;
    const cases = await withFolder(path, async (folder) => casesIn(folder));
    return cases.length === 0 ? absent : answerOf(cases.map((one) => outcomeOf(one)));
  },
};

/** One file of the suite. */
export interface FeedCase {
  /** Its path below the suite's root: `wellformed/rss/item_title.xml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expectation: string;
}

/** What became of a case. `blank`: it speaks of no field at all. */
export interface CaseOutcome {
  readonly path: string;
  readonly fate: 'passed' | 'failed' | 'unmapped' | 'blank';
  readonly expectation: string;
}

function casesIn(folder: string): FeedCase[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    const expectation = expectationIn(bytes);
    if (expectation === undefined) return [];
    const path = relative(folder, file).replace(/^.*?(?=(?:wellformed|illformed)\/)/, '');
    return [{ path, bytes, expectation }];
  });
}

/** The expression of the head comment; bytes of zero are those of wide characters. */
export function expectationIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 20_000)).toString('latin1').replaceAll('\0', '');
  const found = /Expect:[ \t]*([^\r\n]*?)\s*-->/.exec(head)?.[1];
  return found === undefined ? undefined : Buffer.from(found, 'latin1').toString();
}

/** Reads a case's feed and asks what it expects; `read` gives the feed, if there is one. */
export function outcomeOf(
  { path, bytes, expectation }: FeedCase,
  read: (bytes: Uint8Array, at: FeedPlace) => Feed | undefined = ownFeed,
): CaseOutcome {
  const expression = readExpression(expectation);
  const fate = (one: CaseOutcome['fate']): CaseOutcome => ({ path, fate: one, expectation });
  if (expression === undefined) return fate('unmapped');
  const header = (name: string) => headerIn(bytes, name);
  const contentType = header('Content-type');
  const place = SERVER + path.split('/').map(encodeURIComponent).join('/');
  const stated = header('Content-Location') ?? '';
  const feed = read(bytes, {
    url: webAddress(stated, place) ?? place,
    ...(contentType === undefined ? {} : { contentType }),
  });
  const judge = new Judge(feed);
  const holds = judge.holds(expression);
  if (judge.unmapped) return fate('unmapped');
  if (judge.fields === 0) return fate('blank');
  return fate(holds ? 'passed' : 'failed');
}

function ownFeed(bytes: Uint8Array, at: FeedPlace): Feed | undefined {
  const reading = readFeed(bytes, at);
  return reading.kind === 'feed' ? reading.feed : undefined;
}

/** A header that the suite's server sends with the file. */
function headerIn(bytes: Uint8Array, name: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1').replaceAll('\0', '');
  return new RegExp(`Header:\\s*${name}:[ \\t]*([^\\r\\n]*)`, 'i').exec(head)?.[1]?.trim();
}

const NO_FEED: Feed = { format: 'rss', items: [], damaged: true, doubts: [] };

/** Asks all of an expression, so that a name without a field is found wherever it stands. */
class Judge {
  unmapped = false;
  /** How many fields were asked for. */
  fields = 0;
  readonly #feed: Feed;

  constructor(feed: Feed | undefined) {
    this.#feed = feed ?? NO_FEED;
  }

  holds(expression: Expression): boolean {
    switch (expression.kind) {
      case 'and':
        return expression.parts.map((part) => this.holds(part)).every(Boolean);
      case 'or':
        return expression.parts.map((part) => this.holds(part)).some(Boolean);
      case 'not':
        return !this.holds(expression.of);
      case 'compare':
        return this.#compared(expression.first, expression.rest);
      case 'path':
        if (expression.name === 'bozo') return this.#feed.damaged || this.#feed.doubts.length > 0;
        return this.#field(expression)?.value !== undefined;
      case 'call':
        return this.#asked(expression);
      case 'truth':
        return expression.value;
      case 'number':
        return expression.value !== 0;
      default:
        this.unmapped = true;
        return false;
    }
  }

  /** `entries[0].has_key('link')`. */
  #asked({ of, given }: Extract<Expression, { kind: 'call' }>): boolean {
    const [key] = given;
    if (of.steps.at(-1) !== 'has_key' || key?.kind !== 'text') {
      this.unmapped = true;
      return false;
    }
    const steps = [...of.steps.slice(0, -1), key.value];
    return this.#field({ kind: 'path', name: of.name, steps })?.value !== undefined;
  }

  /** `a == b == 'x'`: each field against the literal at the end. */
  #compared(
    first: Expression,
    rest: readonly { readonly by: string; readonly than: Expression }[],
  ): boolean {
    const sides = [first, ...rest.map(({ than }) => than)];
    const by = rest[0]!.by;
    const literal = sides.pop()!;
    if (rest.some((one) => one.by !== by) || !/^[=!]=$/.test(by) || literal.kind === 'path') {
      this.unmapped = true;
      return false;
    }
    return sides
      .map((side) => {
        const same = this.#isLike(side, literal);
        return by === '==' ? same : !same;
      })
      .every(Boolean);
  }

  #isLike(side: Expression, literal: Expression): boolean {
    if (side.kind === 'call' && side.of.name === 'len' && isEntries(side.given[0])) {
      this.fields++;
      return literal.kind === 'number' && literal.value === this.#feed.items.length;
    }
    if (side.kind === 'path') {
      const field = this.#field(side);
      return field !== undefined && isAsExpected(field, literal);
    }
    this.unmapped = true;
    return false;
  }

  #field(path: Extract<Expression, { kind: 'path' }>): Field | undefined {
    const field = fieldAt(this.#feed, path.name, path.steps);
    this.fields++;
    if (field !== 'unmapped') return field;
    this.unmapped = true;
    return undefined;
  }
}

const isEntries = (one: Expression | undefined): boolean =>
  one?.kind === 'path' && one.name === 'entries' && one.steps.length === 0;

/** Whether a case is one of the core: see the head of this file. */
export function isCore(path: string): boolean {
  return path.startsWith('wellformed/') && !/^wellformed\/(?:cdf|sanitize)\//.test(path);
}

function answerOf(outcomes: readonly CaseOutcome[]): Answer {
  const folders = [...new Set(outcomes.map(({ path }) => dirname(path)))];
  const rows: [string, readonly CaseOutcome[]][] = folders.map((folder) => [
    folder,
    outcomes.filter(({ path }) => dirname(path) === folder),
  ]);
  const groups: [string, readonly CaseOutcome[]][] = [
    ['core', outcomes.filter(({ path }) => isCore(path))],
    ['wellformed', outcomes.filter(({ path }) => path.startsWith('wellformed/'))],
    ['illformed', outcomes.filter(({ path }) => path.startsWith('illformed/'))],
    ['all', outcomes],
  ];
  const header = ['folder', 'files', 'no field', 'unmapped', 'cases', 'passed', 'share'];
  const failed = outcomes.filter(({ path, fate }) => fate === 'failed' && isCore(path));
  return {
    kind: 'measured',
    table: [
      drawTable(
        header,
        [...rows, ...groups].map(([name, own]) => rowOf(name, own)),
      ),
      ...(failed.length > 0 ? ['', 'Core cases that fail:'] : []),
      ...failed.map(({ path, expectation }) => `  ${path}: ${expectation}`),
    ].join('\n'),
    figures: Object.fromEntries(groups.map(([name, own]) => [name, figuresOf(own)])),
  };
}

const countOf = (outcomes: readonly CaseOutcome[], fate: CaseOutcome['fate']): number =>
  outcomes.filter((one) => one.fate === fate).length;

function figuresOf(outcomes: readonly CaseOutcome[]): Figures & { share: number | null } {
  const passed = countOf(outcomes, 'passed');
  const cases = passed + countOf(outcomes, 'failed');
  const unmapped = countOf(outcomes, 'unmapped');
  return { cases, passed, share: cases === 0 ? null : passed / cases, unmapped };
}

function rowOf(name: string, outcomes: readonly CaseOutcome[]): string[] {
  const { cases, passed, share, unmapped } = figuresOf(outcomes);
  const counts = [outcomes.length, countOf(outcomes, 'blank'), unmapped, cases, passed];
  return [name, ...counts.map(String), fraction(share)];
}
