/**
 * Bundles of other platforms as articles, fact-checks and leads. The bundles are invented, in the manner
 * in which OpenCTI and MISP write theirs.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChecks } from '../src/collect/checks/read-checks.ts';
import { draftOf } from '../src/collect/draft.ts';
import type { Exchanged } from '../src/collect/exchange/exchanged.ts';
import { readStix as readStream } from '../src/collect/exchange/stix.ts';
import type { Draft, RawItem } from '../src/domain/article.ts';
import type { CheckDraft } from '../src/domain/checks.ts';
import type { ExportRecord } from '../src/domain/exports.ts';
import { RECORDS } from '../src/export/linked/invented-records.fixture.ts';
import { stixBundle, stixLines } from '../src/export/stix/bundle.ts';

const NOW = Date.UTC(2026, 0, 1);

/** A UUID with this number at its end. */
const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const id = (type: string, place: number): string => `${type}--${uuid(place)}`;

const AGENCY = {
  ...{ type: 'identity', spec_version: '2.1', id: id('identity', 1), name: 'Invented Agency' },
  identity_class: 'organization',
};
const ANALYST = {
  ...{ type: 'identity', spec_version: '2.1', id: id('identity', 2), name: 'Ana Invented' },
  identity_class: 'individual',
};

/** As OpenCTI exports a container of its knowledge. */
const REPORT = {
  type: 'report',
  spec_version: '2.1',
  id: id('report', 3),
  created_by_ref: AGENCY.id,
  created: '2024-09-24T08:00:00.000Z',
  modified: '2024-09-25T08:00:00.000Z',
  name: 'Who leased the pier?',
  description: 'A short summary.',
  published: '2024-09-23T06:00:00.000Z',
  report_types: ['threat-report'],
  lang: 'es-MX',
  external_references: [
    { source_name: 'agency', url: 'https://agency.example/pier?utm_source=x' },
    {
      source_name: 'ClaimReview: Checkers of Valdoria',
      url: 'https://checkers.example/pier',
      description: 'The claim was checked.\nRating: Bulo',
    },
  ],
  object_refs: [id('report', 3), id('indicator', 9)],
  x_opencti_content: '<p>The pier was <b>not</b> leased, an invented agency says.</p>',
};

const CHANNEL = { type: 'channel', spec_version: '2.1', id: id('channel', 4), name: 'Pier TV' };
const MEDIA = {
  type: 'media-content',
  spec_version: '2.1',
  id: id('media-content', 5),
  title: 'They never asked us',
  content: 'Nobody asked the port workers, the invented channel says.',
  media_category: 'article',
  url: 'https://pier-tv.example/1',
  publication_date: '2024-09-20T10:00:00Z',
};
const PUBLISHES = {
  type: 'relationship',
  id: id('relationship', 6),
  relationship_type: 'publishes',
  source_ref: CHANNEL.id,
  target_ref: MEDIA.id,
};
const URL_OBJECT = { type: 'url', id: id('url', 7), value: 'https://pier-tv.example/2' };
const OBSERVED = {
  type: 'observed-data',
  id: id('observed-data', 8),
  first_observed: '2024-09-21T00:00:00Z',
  object_refs: [MEDIA.id, URL_OBJECT.id],
};
/** As MISP exports the report of an event. */
const NOTE = {
  type: 'note',
  spec_version: '2.1',
  id: id('note', 10),
  created_by_ref: ANALYST.id,
  created: '2024-09-26T09:00:00.000Z',
  labels: ['misp:name="Event report"'],
  abstract: 'Notes on the pier',
  content: 'What is known so far of the invented pier.',
  object_refs: [REPORT.id],
};
const OPINION = {
  type: 'opinion',
  spec_version: '2.1',
  id: id('opinion', 11),
  created_by_ref: AGENCY.id,
  created: '2024-09-27T09:00:00.000Z',
  opinion: 'strongly-disagree',
  explanation: 'The workers were asked twice.',
  object_refs: [MEDIA.id],
};
const ACTOR = { type: 'threat-actor', id: id('threat-actor', 12), name: 'Nobody' };

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readStix(
  file: string,
  text: string | Uint8Array,
  size = 65_536,
): Promise<readonly Exchanged[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const given: Exchanged[] = [];
  for await (const one of readStream(file, inPieces(bytes, size))) given.push(one);
  return given;
}

const bundle = (...objects: readonly unknown[]): string =>
  JSON.stringify({ type: 'bundle', id: id('bundle', 99), objects });

function only<K extends Exchanged['kind']>(
  given: readonly Exchanged[],
  kind: K,
): readonly Extract<Exchanged, { kind: K }>[] {
  return given.filter((one) => one.kind === kind) as Extract<Exchanged, { kind: K }>[];
}

/** The article that the ordinary ingest makes of an item. */
function drafted(item: RawItem | undefined): Draft {
  const draft = draftOf(item!, { now: NOW });
  if (!draft.ok) throw new Error(draft.refusal.detail);
  return draft.value;
}

/** The fact-checks that the ordinary reader makes of an item. */
async function checked(item: RawItem | undefined): Promise<readonly CheckDraft[]> {
  const checks: CheckDraft[] = [];
  for await (const one of readChecks([{ name: 'check', bytes: item!.bytes }], { now: NOW })) {
    if (one.ok) checks.push(one.value.draft);
  }
  return checks;
}

async function* each(records: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  yield* records;
}

describe('readStix', () => {
  it('makes a report an article of the organisation that made it', async () => {
    const given = await readStix('b.json', bundle(AGENCY, REPORT));
    const [article] = only(given, 'article');
    const draft = drafted(article?.item);
    expect(draft).toMatchObject({
      url: 'https://agency.example/pier',
      sourceId: REPORT.id,
      domain: 'agency.example',
      outlet: 'Invented Agency',
      title: 'Who leased the pier?',
      text: 'The pier was not leased, an invented agency says.',
      language: 'es',
      doubts: [],
    });
    expect(draft.published?.earliest).toBe(Date.parse(REPORT.published));
    expect(article?.item.place).toEqual({ file: 'b.json', line: 2 });
  });

  it('keeps the object as it stood in the evidence', async () => {
    const [article] = only(await readStix('b.json', bundle(AGENCY, REPORT)), 'article');
    const evidence = JSON.parse(Buffer.from(article!.item.bytes).toString());
    expect(evidence.object).toEqual(REPORT);
  });

  it('makes a media-content an article of the channel that published it, with when it was seen', async () => {
    const given = await readStix('b.json', bundle(MEDIA, PUBLISHES, CHANNEL, OBSERVED));
    const draft = drafted(only(given, 'article')[0]?.item);
    expect(draft).toMatchObject({
      url: MEDIA.url,
      outlet: 'Pier TV',
      title: MEDIA.title,
      text: MEDIA.content,
    });
    expect(draft.published?.earliest).toBe(Date.parse(MEDIA.publication_date));
    expect(draft.firstSeen?.earliest).toBe(Date.parse(OBSERVED.first_observed));
  });

  it('makes a note an article, and no person an outlet', async () => {
    const draft = drafted(
      only(await readStix('b.json', bundle(ANALYST, NOTE)), 'article')[0]?.item,
    );
    expect(draft).toMatchObject({ title: NOTE.abstract, text: NOTE.content, outlet: 'unknown' });
    expect(draft.published?.earliest).toBe(Date.parse(NOTE.created));
  });

  it('makes an opinion a fact-check of what it is about', async () => {
    const given = await readStix('b.json', bundle(OPINION, MEDIA, AGENCY));
    const checks = await checked(only(given, 'check')[0]?.item);
    expect(checks).toHaveLength(1);
    expect(checks[0]).toMatchObject({
      claim: MEDIA.title,
      checker: 'Invented Agency',
      rating: 'strongly-disagree',
      summary: OPINION.explanation,
    });
    expect(checks[0]?.checked?.earliest).toBe(Date.parse(OPINION.created));
  });

  it('makes no fact-check of an opinion of nobody, of a person, or on nothing in the file', async () => {
    for (const objects of [
      [OPINION, MEDIA],
      [OPINION, AGENCY],
      [{ ...OPINION, created_by_ref: ANALYST.id }, ANALYST, MEDIA],
    ]) {
      const given = await readStix('b.json', bundle(...objects));
      expect(only(given, 'check')).toEqual([]);
      expect(only(given, 'passed').map(({ type }) => type)).toContain('opinion');
    }
  });

  it('makes a reference to a fact-check one, where it states a rating', async () => {
    const checks = await checked(only(await readStix('b.json', bundle(REPORT)), 'check')[0]?.item);
    expect(checks).toHaveLength(1);
    expect(checks[0]).toMatchObject({
      claim: REPORT.name,
      checker: 'Checkers of Valdoria',
      rating: 'Bulo',
      url: 'https://checkers.example/pier',
    });
    const without = {
      ...REPORT,
      external_references: [{ source_name: 'Fact-check', url: 'https://c.example/' }],
    };
    expect(only(await readStix('b.json', bundle(without)), 'check')).toEqual([]);
  });

  it('takes such a reference of any object, and names its host where nobody else is named', async () => {
    const reference = {
      source_name: 'Fact-check',
      url: 'https://www.checkers.example/pier',
      description: 'Veredicto: falso',
    };
    const narrative = {
      ...{ type: 'narrative', id: id('narrative', 30), name: 'The pier is leased' },
      external_references: [reference, { ...reference, source_name: 'agency' }],
    };
    const given = await readStix('b.json', bundle(narrative));
    expect(given).toHaveLength(1);
    const checks = await checked(only(given, 'check')[0]?.item);
    expect(checks[0]).toMatchObject({
      claim: narrative.name,
      checker: 'checkers.example',
      rating: 'falso',
    });
  });

  it('takes the longest text that OpenCTI keeps of a report', async () => {
    const { x_opencti_content: _, ...plain } = REPORT;
    const content = 'A text in the extension of the platform.';
    const opencti = 'extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba';
    const text = async (more: object) =>
      drafted(only(await readStix('f', bundle({ ...plain, ...more })), 'article')[0]?.item).text;
    expect(await text({})).toBe(REPORT.description);
    expect(await text({ extensions: { [opencti]: { content } } })).toBe(content);
    expect(await text({ extensions: { [opencti]: 'odd' } })).toBe(REPORT.description);
  });

  it('makes an address without text a lead, and counts the rest by type', async () => {
    const bare = { ...MEDIA, id: id('media-content', 20), content: undefined };
    const given = await readStix(
      'b.json',
      bundle(URL_OBJECT, bare, ACTOR, CHANNEL, { ...NOTE, content: ' ' }),
    );
    expect(only(given, 'no-text').map(({ url }) => url)).toEqual([URL_OBJECT.value, MEDIA.url]);
    expect(only(given, 'passed').map(({ type }) => type)).toEqual([
      'threat-actor',
      'channel',
      'note, without text',
    ]);
    expect(given).toHaveLength(5);
  });

  it('takes nothing that its maker takes back, in whichever version', async () => {
    const back = { ...REPORT, modified: '2024-10-01T00:00:00Z', revoked: true };
    const given = await readStix('b.json', bundle(AGENCY, REPORT, back));
    expect(only(given, 'article')).toEqual([]);
    expect(only(given, 'passed').map(({ type }) => type)).toEqual([
      'identity',
      'report, revoked',
      'report, revoked',
    ]);
  });

  it('gives a version once, and every version', async () => {
    const later = { ...REPORT, modified: '2024-10-01T00:00:00Z' };
    const given = await readStix('b.json', bundle(REPORT, REPORT, later));
    expect(only(given, 'article')).toHaveLength(2);
    expect(only(given, 'repeated')).toEqual([
      { kind: 'repeated', place: { file: 'b.json', line: 2 }, type: 'report' },
    ]);
  });

  it('reads one object a line, lists, single objects and lines of bundles alike', async () => {
    const objects = [AGENCY, REPORT, MEDIA];
    const whole = await readStix('f', bundle(...objects));
    const lines = objects.map((one) => JSON.stringify(one)).join('\n');
    expect(await readStix('f', lines)).toEqual(whole);
    expect(await readStix('f', Buffer.from(`\ufeff${lines}\r\n`))).toEqual(whole);
    expect(await readStix('f', JSON.stringify(objects))).toEqual(whole);
    expect(await readStix('f', JSON.stringify(JSON.parse(bundle(...objects)), null, 2))).toEqual(
      whole,
    );
    expect(only(await readStix('f', JSON.stringify(MEDIA)), 'article')).toHaveLength(1);
    const two = await readStix('f', `${bundle(REPORT)}\n${bundle(MEDIA)}`);
    expect(only(two, 'article')).toHaveLength(2);
  });

  it('reads bundles behind a long one, and what stands behind all of them', async () => {
    const long = bundle(
      ...Array.from({ length: 300 }, (_, i) => ({ ...MEDIA, id: id('media-content', i) })),
    );
    expect(long.length).toBeGreaterThan(65_536);
    const given = await readStix('f', `${long}\n${bundle(REPORT)}\n`, 1000);
    expect(only(given, 'article')).toHaveLength(301);
    expect(only(given, 'refused')).toEqual([]);
    const spoilt = await readStix('f', `${long} and more`, 1000);
    expect(only(spoilt, 'article')).toHaveLength(300);
    expect(only(spoilt, 'refused').map(({ refusal }) => refusal.kind)).toEqual(['broken-json']);
    const open = await readStix('f', long.slice(0, -1), 1000);
    expect(only(open, 'refused').map(({ refusal }) => refusal.kind)).toEqual(['broken-json']);
  });

  it('reads pieces of any size alike', async () => {
    const text = bundle(AGENCY, REPORT, MEDIA, OBSERVED, PUBLISHES, CHANNEL, NOTE, OPINION);
    const whole = await readStix('f', text);
    for (const size of [1, 2, 7, 100]) expect(await readStix('f', text, size)).toEqual(whole);
  });

  it('knows everything that a desk made for its own', async () => {
    for (const exporter of [stixBundle, stixLines]) {
      let text = '';
      for await (const piece of exporter(each(RECORDS))) text += piece;
      const given = await readStix('own.json', text);
      expect(only(given, 'own').length).toBeGreaterThan(20);
      const others = given.filter(({ kind }) => kind !== 'own' && kind !== 'passed');
      expect(others).toEqual([]);
    }
  });

  it('knows them by their extension where the maker is left out', async () => {
    let text = '';
    for await (const piece of stixLines(each(RECORDS))) text += piece;
    const lines = text.split('\n').filter((line) => !/"type":"identity"/.test(line));
    expect(only(await readStix('own.jsonl', lines.join('\n')), 'own').length).toBeGreaterThan(5);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['blanks', ' \n', 'empty-file'],
    ['an empty bundle', '{"type":"bundle"}', 'empty-file'],
    ['a bundle that is cut off', bundle(REPORT).slice(0, -30), 'broken-json'],
    [
      'a pretty bundle that is cut off',
      JSON.stringify(JSON.parse(bundle(REPORT)), null, 2).slice(0, -30),
      'broken-json',
    ],
    ['nesting without end', '['.repeat(1_000_000), 'broken-json'],
    ['a scalar', '7', 'not-an-object'],
    ['an object without id', '{"type":"report","name":"x"}', 'damaged-record'],
    ['an id of another type', JSON.stringify({ ...REPORT, type: 'note' }), 'damaged-record'],
    ['an id that is an object', '{"id":{"toString":1},"type":"report"}', 'damaged-record'],
  ])('refuses %s once', async (_, text, kind) => {
    const given = await readStix('f', text);
    expect(given.map((one) => one.kind === 'refused' && one.refusal.kind)).toEqual([kind]);
  });

  it('refuses one broken line alone', async () => {
    const given = await readStix(
      'f',
      `${JSON.stringify(REPORT)}\n{"id":\n${JSON.stringify(MEDIA)}`,
    );
    expect(only(given, 'article')).toHaveLength(2);
    expect(only(given, 'refused').map(({ refusal }) => refusal.place)).toEqual([
      { file: 'f', line: 2 },
    ]);
  });

  it('gives up on a file of nothing that can be read', async () => {
    for (const text of [`{}\n${'x\n'.repeat(50_000)}`, `[${'{},'.repeat(50_000)}{}]`]) {
      const given = await readStix('f', text);
      expect(given).toHaveLength(10_002);
      expect(only(given, 'refused').at(-1)?.refusal.detail).toContain('the rest was not read');
    }
  });

  it('refuses an object that is nested too deep, and reads its neighbours', async () => {
    const deep = JSON.stringify(REPORT).replace(
      '"object_refs":',
      `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},"object_refs":`,
    );
    const given = await readStix('f', `${deep}\n${JSON.stringify(MEDIA)}`);
    expect(only(given, 'article').map((one) => one.id)).toEqual([MEDIA.id]);
    expect(only(given, 'refused')[0]?.refusal.kind).toBe('damaged-record');
  });

  it('reads a text of ten megabytes, and refuses one over the limit of an item', async () => {
    const long = (size: number) => bundle({ ...MEDIA, content: 'x '.repeat(size / 2) });
    const text = drafted(only(await readStix('f', long(7_000_000)), 'article')[0]?.item).text;
    expect(text.length).toBeGreaterThan(6_999_000);
    const given = await readStix('f', long(20_000_000));
    expect(given.map((one) => one.kind === 'refused' && one.refusal.kind)).toEqual([
      'line-too-long',
    ]);
  });

  it('follows no reference round and round, nor into what all objects have', async () => {
    const round = { ...REPORT, created_by_ref: REPORT.id, object_refs: [REPORT.id] };
    const odd = { ...NOTE, created_by_ref: '__proto__', object_refs: ['constructor'] };
    const text = bundle(round, odd).replace(
      '"spec_version"',
      '"__proto__":{"name":"X"},"spec_version"',
    );
    expect(
      only(await readStix('f', text), 'article').map(({ item }) => drafted(item).outlet),
    ).toEqual(['agency.example', 'unknown']);
  });

  it('gives each object of any fields exactly one fate, and throws for none', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(1e308, '__proto__', '\ud800', AGENCY.id, MEDIA.id, [MEDIA.id]),
    );
    const names = Object.keys({
      ...REPORT,
      ...MEDIA,
      ...NOTE,
      ...OPINION,
      ...OBSERVED,
      ...PUBLISHES,
      ...URL_OBJECT,
      revoked: 1,
      extensions: 1,
    });
    const fields = fc.dictionary(fc.constantFrom(...names), value);
    const base = fc.constantFrom(
      AGENCY,
      REPORT,
      MEDIA,
      NOTE,
      OPINION,
      OBSERVED,
      PUBLISHES,
      URL_OBJECT,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(base, fields), { maxLength: 6 }), async (all) => {
        const objects = all.map(([one, more]) => ({ ...one, ...more }));
        const given = await readStix('f', bundle(...objects));
        const placed = given.flatMap((one) => {
          if (one.kind === 'refused') return one.refusal.place.line ?? [];
          if (one.kind === 'article' || one.kind === 'check') return one.item.place.line ?? [];
          return one.place.line ?? [];
        });
        expect([...new Set(placed)].sort((a, b) => a - b)).toEqual(
          objects.map((_, place) => place + 1),
        );
        const fates = given.filter(({ kind }) => kind !== 'check' && kind !== 'refused');
        expect(fates.length).toBeLessThanOrEqual(objects.length);
        for (const one of given) if (one.kind === 'article') draftOf(one.item, { now: NOW });
      }),
    );
  });

  it('throws for no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        expect((await readStix('f', text)).length).toBeGreaterThan(0);
        await readStix('f', Buffer.from(text, 'utf16le'));
      }),
    );
  });
});
