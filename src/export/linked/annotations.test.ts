import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../domain/exports.ts';
import { annotations } from './annotations.ts';
import { FUZZED } from './fuzzed-records.fixture.ts';
import { CASCADE, PAIRS, READ, READING, RECORDS, STATEMENT } from './invented-records.fixture.ts';
import { faultsOf, written } from './written.fixture.ts';

interface Selector {
  readonly type: string;
  readonly exact?: string;
  readonly start?: number;
  readonly end?: number;
  readonly refinedBy?: Selector;
}
interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly motivation: string;
  readonly created?: string;
  readonly creator: { readonly name: string };
  readonly body: readonly { type: string; value?: string; source?: string; purpose: string }[];
  readonly target: {
    readonly source: string;
    readonly state?: Readonly<Record<string, string>>;
    readonly selector: Selector | readonly Selector[];
  };
}

const parsed = (text: string): Annotation[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Annotation);
const TEXT = await written(annotations, RECORDS);
const ALL = parsed(TEXT);
const of = (kind: string): Annotation[] =>
  ALL.filter((one) => one.id.startsWith(`urn:atalaya:annotation:${kind}:`));

/** What is wrong with an annotation by the W3C's model, as far as the desk uses it. */
function modelFaults(one: Annotation): string[] {
  const faults: string[] = [];
  const selectors = [one.target.selector].flat() as Selector[];
  if (!/^urn:atalaya:annotation:[a-z]+:[\w-]+$/.test(one.id)) faults.push(`id ${one.id}`);
  if (one.created !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(one.created)) {
    faults.push('created');
  }
  if (one.type !== 'Annotation') faults.push('type');
  if (!['describing', 'linking', 'highlighting'].includes(one.motivation))
    faults.push('motivation');
  if (!URL.canParse(one.target.source)) faults.push(`source ${one.target.source}`);
  if (one.body.length === 0) faults.push('no body');
  for (const selector of selectors.flatMap((s) => (s.refinedBy ? [s, s.refinedBy] : [s]))) {
    if (selector.type === 'TextQuoteSelector' && !selector.exact) faults.push('no exact');
    if (selector.type === 'TextPositionSelector') {
      const { start = -1, end = -1 } = selector;
      if (!(Number.isInteger(start) && start >= 0 && end >= start)) faults.push('place');
    }
  }
  return faults;
}

describe('annotations', () => {
  it('is one line of JSON-LD a passage, each with its own id', () => {
    expect(ALL.flatMap(modelFaults)).toEqual([]);
    expect(new Set(ALL.map((one) => one.id)).size).toBe(ALL.length);
    expect(faultsOf(TEXT, ALL)).toEqual([]);
    expect(ALL.every((one) => one.creator.name === 'Atalaya 0.1.0')).toBe(true);
  });

  it('points at each piece of a statement, in code points, in the capture', () => {
    const [first, ...more] = of('statement');
    const [piece] = STATEMENT.content;
    expect(more).toHaveLength(2);
    expect(first?.created).toBe('2024-09-26T06:00:00Z');
    expect(first?.target).toEqual({
      type: 'SpecificResource',
      source: READ.url,
      state: {
        type: 'TimeState',
        sourceDate: '2024-09-26T06:00:00Z',
        cached: `ni:///sha-256;${Buffer.from(READ.capture.digest, 'hex').toString('base64url')}`,
        'schema:sha256': READ.capture.digest,
      },
      selector: [
        { type: 'TextQuoteSelector', exact: piece?.text },
        // Two surrogate pairs stand before it.
        { type: 'TextPositionSelector', start: 18, end: piece!.span.end - 2 },
      ],
    });
    expect(first?.body[0]?.value).toContain('source as the article names it: the minister');
    expect(first?.body.slice(1).map((one) => one.value)).toEqual([
      'statement',
      'mode:direct',
      'polarity:falsely-claims',
    ]);
  });

  it('finds its quotes again in any text', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '𝒳', ' ', 'я'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(60), fc.nat(60), async (whole, one, two) => {
        const points = [...whole];
        const units = (point: number) => points.slice(0, point).join('').length;
        const begin = units(Math.min(one, two));
        const end = units(Math.max(one, two));
        const pairs = [...whole.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((m) => m.index);
        const content = [{ span: { begin, end }, text: whole.slice(begin, end), hiddenWords: 0 }];
        const reading = { ...READING, statements: [{ ...STATEMENT, content }] };
        const record = {
          kind: 'reading',
          article: READ,
          reading,
          pairs: { [READ.id]: pairs },
        } as const;
        for (const { target } of parsed(await written(annotations, [record]))) {
          const [quote, place] = target.selector as readonly Selector[];
          expect(points.slice(place?.start, place?.end).join('')).toBe(quote?.exact);
        }
        const empty = whole.slice(begin, end).trim() === '';
        expect((await written(annotations, [record])) === '').toBe(empty);
      }),
    );
  });

  it('says of a cut passage that the quote stands inside the place', async () => {
    const content = [{ span: { begin: 20, end: 900 }, text: 'cut words', hiddenWords: 90 }];
    const reading = { ...READING, statements: [{ ...STATEMENT, content }] };
    const record = { kind: 'reading', article: READ, reading, pairs: PAIRS } as const;
    const [one] = parsed(await written(annotations, [record]));
    expect(one?.target.selector).toEqual({
      type: 'TextPositionSelector',
      start: 18,
      end: 898,
      refinedBy: { type: 'TextQuoteSelector', exact: 'cut words' },
    });
    expect(one?.body[0]?.value).toContain('90 further words not shown');
  });

  it('writes both sides of an echo, which name each other and call the parent a lead', () => {
    const passages = CASCADE.echoes.flatMap((echo) => echo.passages);
    const ids = new Set(ALL.map((one) => one.id));
    expect(of('echo')).toHaveLength(passages.length);
    expect(of('compared')).toHaveLength(passages.length);
    for (const one of [...of('echo'), ...of('compared')]) {
      const link = one.body.find((body) => body.purpose === 'linking');
      expect(ids).toContain(link?.source);
      expect(one.body[0]?.value).toMatch(/a lead|which of the two is earlier is not said/);
    }
    expect(of('echo')[0]?.body[0]?.value).toMatch(/confidence 0\.\d\d of 1; \d+ rivals?/);
  });

  it('writes what an alert rests on, at the address of an article that came before', () => {
    const [one, ...more] = of('alert');
    expect(more).toEqual([]);
    expect(one?.target.source).toBe(READ.url);
    expect(one?.body[0]?.value).toContain('says nothing of who did what');
  });

  it('writes whatever it is given validly, and twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, async (records: readonly ExportRecord[]) => {
        const text = await written(annotations, records);
        const all = parsed(text);
        expect(all.flatMap(modelFaults)).toEqual([]);
        expect(faultsOf(text, all)).toEqual([]);
        expect(await written(annotations, records)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
