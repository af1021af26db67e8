/** What one desk takes from another's export, and files as they come: told apart, unzipped, read. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChecks } from '../src/collect/checks/read-checks.ts';
import { exchangeFormat } from '../src/collect/exchange/exchange-format.ts';
import { readExchange } from '../src/collect/exchange/read-exchange.ts';
import { type Taking, takingOf } from '../src/collect/exchange/takings.ts';
import type { CheckDraft } from '../src/domain/checks.ts';
import type { Exporter, ExportRecord } from '../src/domain/exports.ts';
import { ftmEntities } from '../src/export/ftm/entities.ts';
import { claimReviews } from '../src/export/linked/claim-reviews.ts';
import { RECORDS } from '../src/export/linked/invented-records.fixture.ts';
import { stixBundle, stixLines } from '../src/export/stix/bundle.ts';
import { jsonLines } from '../src/export/tables/json-lines.ts';
import { FUZZED_RECORDS } from './import-exchange-records.fixture.ts';

type Of<K extends ExportRecord['kind']> = Extract<ExportRecord, { readonly kind: K }>;

function recordOf<K extends ExportRecord['kind']>(kind: K): Of<K> {
  return RECORDS.find((one) => one.kind === kind) as Of<K>;
}

async function* each(records: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  yield* records;
}

async function written(exporter: Exporter, records = RECORDS): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of exporter(each(records))) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Uint8Array, size = 1000) {
  const given = [];
  for await (const one of readExchange('f', inPieces(bytes, size))) given.push(one);
  return given;
}

const own: Exporter = claimReviews({ name: 'Own Desk', url: 'https://own.example/' });

describe('takingOf', () => {
  it('takes facts on outlets as their source states them', () => {
    const outlet = recordOf('outlet');
    expect(takingOf(outlet)).toEqual({ kind: 'facts', facts: outlet.facts, refused: [] });
  });

  it('refuses a fact that our own lists could not hold', () => {
    const [fact] = recordOf('outlet').facts;
    const facts = [
      { ...fact!, source: { name: '' } },
      { ...fact!, domain: 't.me' },
      { ...fact!, source: { name: 'A', url: 'javascript:alert(1)' } },
      fact!,
    ];
    const taking = takingOf({ ...recordOf('outlet'), facts });
    expect(taking.kind === 'facts' && taking.facts).toEqual([fact]);
    expect(taking.kind === 'facts' && taking.refused).toHaveLength(3);
  });

  it('takes a fact-check with its dates as bounds, and no address that is none', () => {
    const { check } = recordOf('check');
    const { id: _, ...stated } = check;
    expect(takingOf(recordOf('check'))).toEqual({
      kind: 'check',
      draft: { ...stated, appearances: ['https://valdoria-courier.example/a'] },
    });
    expect(takingOf({ ...recordOf('check'), check: { ...check, claim: ' ' } }).kind).toBe(
      'refused',
    );
  });

  it('takes an entry with its bounds as shown', () => {
    const { entry, sender, host, measure, unit, scope } = recordOf('entry');
    expect(takingOf(recordOf('entry'))).toEqual({
      kind: 'entry',
      id: entry.id,
      draft: {
        ...{ sender, host, measure, unit, scope },
        number: { min: 1, max: 2 },
        stated: entry.stated,
        asOf: entry.asOf,
        kind: entry.kind,
        source: entry.source,
      },
    });
    const open = takingOf({ ...recordOf('entry'), bounds: { min: 9, max: null } });
    expect(open.kind === 'entry' && open.draft.number).toEqual({ min: 9, max: null });
    const rise = takingOf({ ...recordOf('entry'), measure: 'rise', bounds: undefined });
    expect(rise.kind === 'entry' && rise.draft.number).toBeUndefined();
  });

  it.each<[string, Partial<Of<'entry'>>]>([
    ['without a number', { bounds: undefined }],
    ['of a state that is none', { sender: 'Valdoria' }],
    ['of a state in itself', { sender: 'MX' }],
    ['of more people than there are', { bounds: { min: 1, max: 1e9 } }],
  ])('refuses an entry %s', (_, more) => {
    expect(takingOf({ ...recordOf('entry'), ...more }).kind).toBe('refused');
  });

  it('keeps of an article its address alone, where it is one of the web', () => {
    const { article } = recordOf('article');
    expect(takingOf(recordOf('article'))).toEqual({
      kind: 'no-text',
      url: article.url,
      title: article.title,
    });
    for (const url of [undefined, 'javascript:alert(1)', 'file:/home/x', '']) {
      const taking = takingOf({ ...recordOf('article'), article: { ...article, url } });
      expect(taking.kind === 'no-text' && taking.url).toBeUndefined();
    }
  });

  it('takes nothing that a desk made itself', () => {
    for (const of of ['head', 'reading', 'cascade', 'alert'] as const) {
      expect(takingOf(recordOf(of))).toEqual({ kind: 'derived', of });
    }
  });

  it('throws for no record', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(FUZZED_RECORDS)), (record) => {
        expect(takingOf(record)).toHaveProperty('kind');
      }),
    );
  });
});

describe('exchangeFormat', () => {
  it.each<[string, Exporter, string]>([
    ['our lines', jsonLines, 'atalaya'],
    ['bundles', (records) => stixBundle(records), 'stix'],
    ['lines of objects', (records) => stixLines(records), 'stix'],
    ['entities', ftmEntities, 'ftm'],
    ['reviews', own, 'checks'],
  ])('knows %s, whole or by their first bytes', async (_, exporter, format) => {
    const bytes = await written(exporter);
    expect(exchangeFormat(bytes)).toBe(format);
    expect(exchangeFormat(Buffer.concat([Buffer.from('\ufeff'), bytes]))).toBe(format);
    expect(exchangeFormat(Buffer.from(`\n ${bytes.toString()}`))).toBe(format);
  });

  it('knows a bundle whatever stands first in it', () => {
    const object = { type: 'note', id: 'note--00000000-0000-4000-8000-000000000001' };
    const last = { id: 'bundle--00000000-0000-4000-8000-000000000001', type: 'bundle' };
    for (const bundle of [
      { objects: [object], ...last },
      { ...last, objects: [object] },
    ]) {
      expect(exchangeFormat(Buffer.from(JSON.stringify(bundle, null, 2)))).toBe('stix');
      expect(exchangeFormat(Buffer.from(JSON.stringify(bundle)))).toBe('stix');
    }
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>"type":"bundle"</html>'],
    ['an article', '{"title":"A","text":"Of \\"type\\":\\"bundle\\" and \\"atalaya\\":1"}'],
    ['a table', 'domain,name\na.example,A'],
    ['a list of numbers', '[1,2]'],
    ['an id that is an object', '{"id":{"toString":1},"type":{"valueOf":2}}'],
  ])('does not take %s for any', (_, text) => {
    expect(exchangeFormat(Buffer.from(text))).toBeUndefined();
  });

  it('throws for no bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        exchangeFormat(Buffer.from(text));
      }),
    );
  });
});

describe('readExchange', () => {
  it('reads our own export, packed or not, in pieces of any size', async () => {
    const bytes = await written(jsonLines);
    const given = await readAll(bytes);
    expect(given.map((one) => one.kind)).toEqual(RECORDS.map(() => 'taken'));
    expect(await readAll(gzipSync(bytes), 7)).toEqual(given);
    const kinds = given.map((one) => one.kind === 'taken' && (one.taking as Taking).kind);
    expect(new Set(kinds)).toEqual(new Set(['facts', 'check', 'entry', 'no-text', 'derived']));
  });

  it('reads bundles and entities', async () => {
    const bundle = await written((records) => stixBundle(records));
    expect((await readAll(gzipSync(bundle))).some((one) => one.kind === 'own')).toBe(true);
    expect((await readAll(await written(ftmEntities))).every((one) => one.kind === 'own')).toBe(
      true,
    );
  });

  it('refuses what it does not read with a word on where to give it', async () => {
    const reviews = await readAll(await written(own));
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({ refusal: { kind: 'unknown-format' } });
    expect(reviews[0]?.kind === 'refused' && reviews[0].refusal.detail).toContain('atalaya checks');
    expect(await readAll(Buffer.from('a,b'))).toMatchObject([
      { refusal: { kind: 'unknown-format' } },
    ]);
    expect(await readAll(Buffer.alloc(0))).toMatchObject([{ refusal: { kind: 'unknown-format' } }]);
  });

  it('gives what came before a break, and the break', async () => {
    const packed = gzipSync(await written(jsonLines));
    const given = await readAll(packed.subarray(0, packed.length - 200), 100);
    expect(given.at(-1)).toMatchObject({ refusal: { kind: 'truncated-gzip' } });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await written(jsonLines, RECORDS.slice(0, 2));
      throw new Error('gone');
    }
    const kinds = [];
    for await (const one of readExchange('f', broken())) kinds.push(one.kind);
    expect(kinds).toEqual(['taken', 'taken', 'refused']);
  });
});

describe('readChecks', () => {
  const review = RECORDS.filter((one) => one.kind === 'check').map((one) => one.check)[0]!;

  async function checksIn(bytes: Uint8Array): Promise<readonly CheckDraft[]> {
    const checks: CheckDraft[] = [];
    const options = { now: Date.UTC(2026, 0, 1) };
    for await (const one of readChecks([{ name: 'reviews.json', bytes }], options)) {
      if (one.ok) checks.push(one.value.draft);
    }
    return checks;
  }

  it('reads the reviews that a desk writes', async () => {
    const checks = await checksIn(await written(own));
    expect(checks).toHaveLength(1);
    const { claim, title, url, checker, rating, ratingScale } = review;
    expect(checks[0]).toMatchObject({ claim, title, url, checker, rating, ratingScale });
    expect(checks[0]?.appearances).toEqual(['https://valdoria-courier.example/a']);
  });

  it('reads them in a @graph, and one a line', async () => {
    const feed = JSON.parse((await written(own)).toString());
    const reviews = feed.dataFeedElement.flatMap((one: { item?: unknown }) => one.item ?? one);
    const graph = JSON.stringify({ '@context': 'https://schema.org', '@graph': reviews });
    const whole = await checksIn(await written(own));
    expect(await checksIn(Buffer.from(graph))).toEqual(whole);
    const line = JSON.stringify({ '@context': 'https://schema.org', ...reviews[0] });
    expect(await checksIn(Buffer.from(`${line}\n${line}\n`))).toEqual([...whole, ...whole]);
  });
});
