import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Element } from '../../collect/xml/element.ts';
import { readElements } from '../../collect/xml/elements.ts';
import type { ExportRecord } from '../../domain/exports.ts';
import { article, cascade, echo } from '../invented.fixture.ts';
import {
  CASCADE,
  poisoned,
  RECORDS,
  streamed,
  writtenBy,
} from '../tables/invented-records.fixture.ts';
import { CASCADE_NETWORK } from './cascades.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { labelOf, type Network, type NetworkPart } from './network.ts';
import { PUBLISHER_NETWORK } from './publishers.ts';

const NETWORKS = [
  ['publishers', PUBLISHER_NETWORK],
  ['cascades', CASCADE_NETWORK],
] as const;
const FORMATS = [
  ['GraphML', graphml],
  ['GEXF', gexf],
] as const;
const EACH = NETWORKS.flatMap(([of, network]) =>
  FORMATS.map(([format, write]) => [format, of, write, network] as const),
);

async function partsOf(network: Network, records: readonly ExportRecord[]): Promise<NetworkPart[]> {
  const parts: NetworkPart[] = [];
  for await (const part of network.parts(streamed(records))) parts.push(part);
  return parts;
}

/** Values by name, without those that are not known. */
function named(network: Network, part: NetworkPart) {
  if (part.kind === 'head') return {};
  const attributes = part.kind === 'node' ? network.nodes : network.edges;
  const pairs = attributes.map(({ name }, place) => [name, part.values[place]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** Elements that stand for nodes and edges, and what the reader had to forgive. */
function read(text: string) {
  const records: Element[] = [];
  const { faults } = readElements(text, {
    base: '',
    records: new Set(['?:node', '?:edge', 'node', 'edge']),
    fields: new Set(),
    onRecord: (record) => records.push(record),
  });
  return { records, faults };
}

/** What stands in `data` (GraphML) or in `attvalue` (GEXF). */
function valuesIn(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'data') return [child.children.join('')];
    return child.name === 'attvalue' ? [child.attributes.get('value')!] : valuesIn(child);
  });
}

const FAULTLESS = {
  unclosed: 0,
  stray: 0,
  bareAmpersands: 0,
  tooDeep: 0,
  undeclared: 0,
  cutOff: false,
};
/** All that XML 1.0 has no character for. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const HOSTILE = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '\0',
        '\ud800',
        '\uffff',
        '\n',
        '😀',
        '&#0;',
        '-->',
      ),
      maxLength: 12,
    }),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('PUBLISHER_NETWORK', () => {
  test('leads from likely parents to echoes, and says who states what of a publisher', async () => {
    const parts = await partsOf(PUBLISHER_NETWORK, RECORDS);
    expect(parts.map((part) => ('label' in part ? part.label : part.kind))).toEqual([
      'head',
      'Diario Bahía',
      'Radio Valdoria',
      'Canal Uno',
      'edge',
    ]);
    expect(named(PUBLISHER_NETWORK, parts[2]!)).toEqual({
      domain: 'radio-valdoria.example',
      articles: 1,
      countries: 'XV (List A, 2024)',
      affiliation: 'state-controlled (List A, 2024); unknown (List B)',
      own_echoes: 0,
    });
    expect(parts[4]).toMatchObject({ source: 'p2', target: 'p1', weight: 1 });
    expect(named(PUBLISHER_NETWORK, parts[4]!)).toMatchObject({
      echoes: 1,
      credit_kept: 0,
      credit_dropped: 1,
      reason_most_overlap: 1,
      confidence_mean: 0.5,
      with_rivals: 1,
    });
  });

  test('adds up echoes, and ties no publisher to itself', async () => {
    const [one, two, sister] = [
      article('One'),
      article('Two'),
      article('One again', { domain: 'one.example' }),
    ];
    const all = [one, two, sister].map(
      (view) => ({ kind: 'article', article: view, mediaType: '', length: 1 }) as const,
    );
    const led = echo(two, one, { credit: 'unknown' });
    const wide = { ...led, parent: { ...led.parent!, lag: { min: -5, max: 9 }, confidence: 0.22 } };
    const cascades = [[led], [wide, echo(sister, one)]].map(
      (echoes, n) =>
        ({ kind: 'cascade', cascade: cascade(String(n), echoes), checks: [], pairs: {} }) as const,
    );
    const parts = await partsOf(PUBLISHER_NETWORK, [RECORDS[0]!, ...all, ...cascades]);
    const edges = parts.filter(({ kind }) => kind === 'edge');
    expect(edges).toHaveLength(1);
    expect(named(PUBLISHER_NETWORK, edges[0]!)).toMatchObject({
      ...{ echoes: 2, credit_unknown: 2, confidence_mean: 0.47, with_rivals: 0 },
      ...{ lag_min_ms: -59_999, lag_max_ms: 59_999 },
    });
    expect(named(PUBLISHER_NETWORK, parts[1]!)).toMatchObject({ articles: 2, own_echoes: 1 });
  });

  test('is the same in whatever order cascades come', async () => {
    const [head, ...rest] = RECORDS;
    const [articles, cascades] = [
      rest.filter(({ kind }) => kind !== 'cascade'),
      rest.filter(({ kind }) => kind === 'cascade'),
    ];
    const turned = [head!, ...articles.toReversed(), ...cascades.toReversed()];
    expect(await partsOf(PUBLISHER_NETWORK, turned)).toEqual(
      await partsOf(PUBLISHER_NETWORK, RECORDS),
    );
  });
});

describe('CASCADE_NETWORK', () => {
  test('has each article once, and edges with confidence, reason and rivals', async () => {
    const twice = {
      kind: 'cascade',
      cascade: cascade('other', CASCADE.echoes),
      checks: [],
      pairs: {},
    } as const;
    const parts = await partsOf(CASCADE_NETWORK, [...RECORDS, twice]);
    expect(parts.map(({ kind }) => kind)).toEqual(['head', 'node', 'node', 'node', 'edge', 'edge']);
    expect(named(CASCADE_NETWORK, parts[4]!)).toMatchObject({
      ...{
        cascade: CASCADE.id,
        reason: 'most-overlap',
        confidence: 0.5,
        rivals: 1,
        copy_type: 'cut',
        credit: 'dropped',
      },
      rival_ids: CASCADE.echoes[2]!.article.id,
    });
  });
});

describe.each(EACH)('%s of %s', (_format, _of, write, network) => {
  test('has the nodes and edges of the network, each with its values', async () => {
    const parts = (await partsOf(network, RECORDS)).filter(({ kind }) => kind !== 'head');
    const { records, faults } = read((await writtenBy(write(network))).toString());
    expect(faults).toEqual(FAULTLESS);
    expect(records.map(({ attributes }) => attributes.get('id'))).toEqual(
      parts.map((part) => 'id' in part && part.id),
    );
    const ids = parts.flatMap((part) => (part.kind === 'node' ? [part.id] : []));
    for (const [place, part] of parts.entries()) {
      const { attributes } = records[place]!;
      expect(attributes.get('id')).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
      const wanted = Object.values(named(network, part)).map(String);
      expect(valuesIn(records[place]!).slice(-wanted.length)).toEqual(wanted);
      if (part.kind !== 'edge') continue;
      expect(ids).toContain(attributes.get('source'));
      expect(ids).toContain(attributes.get('target'));
    }
  });

  test('is well-formed XML, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(HOSTILE, async (texts) => {
        const records = poisoned(RECORDS, texts);
        const bytes = await writtenBy(write(network), records);
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expect(text).not.toMatch(NO_XML);
        const { records: elements, faults } = read(text);
        expect(faults).toEqual(FAULTLESS);
        const parts = await partsOf(network, records);
        expect(elements).toHaveLength(parts.length - 1);
        expect(text.match(/<[a-z?/]/g)).toHaveLength(text.match(/</g)!.length);
      }),
      { numRuns: 100 },
    );
  });

  test('of an empty desk is an empty network', async () => {
    const { records, faults } = read((await writtenBy(write(network), [RECORDS[0]!])).toString());
    expect({ records, faults }).toEqual({ records: [], faults: FAULTLESS });
  });
});

describe('labelOf', () => {
  test('is one line, cut between characters, however long the text is', () => {
    expect(labelOf(' a\n b ')).toBe('a b');
    expect(labelOf('x'.repeat(200))).toBe('x'.repeat(200));
    expect(labelOf('😀'.repeat(50_000))).toBe(`${'😀'.repeat(200)}…`);
  });
});
