/** Entities of FollowTheMoney as articles and leads. The entities are invented, as Aleph exports them. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../src/collect/draft.ts';
import type { Exchanged } from '../src/collect/exchange/exchanged.ts';
import { readFtm } from '../src/collect/exchange/ftm.ts';
import type { Draft, RawItem } from '../src/domain/article.ts';
import type { ExportRecord } from '../src/domain/exports.ts';
import { ftmEntities } from '../src/export/ftm/entities.ts';
import { RECORDS } from '../src/export/linked/invented-records.fixture.ts';

const NOW = Date.UTC(2026, 0, 1);

const ARTICLE = {
  id: 'a1',
  caption: 'Who leased the pier?',
  schema: 'Article',
  datasets: ['invented'],
  properties: {
    title: ['Who leased the pier?'],
    bodyText: ['The pier was not leased, an invented agency says.'],
    sourceUrl: ['not an address', 'https://agency.example/pier?utm_source=x'],
    publishedAt: ['2024-09-23'],
    retrievedAt: ['2024-09-25T10:00:00Z'],
    language: ['rus'],
    publisher: ['Invented Agency'],
    author: ['Ana Invented'],
  },
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function read(...entities: readonly unknown[]): Promise<readonly Exchanged[]> {
  return readText(entities.map((one) => JSON.stringify(one)).join('\n'));
}

async function readText(text: string): Promise<readonly Exchanged[]> {
  const given: Exchanged[] = [];
  for await (const one of readFtm('e.ftm.json', bytesOf(text))) given.push(one);
  return given;
}

function drafted(item: RawItem): Draft {
  const draft = draftOf(item, { now: NOW });
  if (!draft.ok) throw new Error(draft.refusal.detail);
  return draft.value;
}

async function draftedFrom(properties: Record<string, unknown>, schema = 'Article') {
  const [given] = await read({ ...ARTICLE, schema, properties });
  return given?.kind === 'article' ? drafted(given.item) : undefined;
}

async function* each(records: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  yield* records;
}

describe('readFtm', () => {
  it('makes a published text an article', async () => {
    const [given] = await read(ARTICLE);
    if (given?.kind !== 'article') throw new Error('no article');
    const draft = drafted(given.item);
    expect(draft).toMatchObject({
      url: 'https://agency.example/pier',
      sourceId: 'a1',
      domain: 'agency.example',
      outlet: 'Invented Agency',
      title: ARTICLE.properties.title[0],
      text: ARTICLE.properties.bodyText[0],
      language: 'ru',
    });
    expect(draft.published).toMatchObject({ precision: 'day' });
    expect(draft.firstSeen?.earliest).toBe(Date.parse('2024-09-25T10:00:00Z'));
    expect(given.item.place).toEqual({ file: 'e.ftm.json', line: 1 });
    expect(JSON.parse(Buffer.from(given.item.bytes).toString()).object).toEqual(ARTICLE);
  });

  it.each([
    ['eng', 'en'],
    ['spa', 'es'],
    ['zho', 'zh'],
    ['RUS', 'ru'],
    ['nah', 'nah'],
    ['en', 'en'],
    ['mul', undefined],
    ['English', undefined],
    ['x', undefined],
  ])('reads the language %s as %s', async (language, wanted) => {
    const draft = await draftedFrom({ bodyText: 'A text.', language: [language] });
    expect(draft?.language).toBe(wanted);
  });

  it('takes the body before its markup before what was indexed of it', async () => {
    const bodyHtml = ['<p>Of the <b>page</b>.</p>'];
    const indexText = ['Of the index, which is by far the longest.'];
    const bodyText = ['Short.', 'Of the body.'];
    expect((await draftedFrom({ bodyText, bodyHtml, indexText }))?.text).toBe('Of the body.');
    expect((await draftedFrom({ bodyHtml, indexText }))?.text).toBe('Of the page.');
    expect((await draftedFrom({ indexText }, 'PlainText'))?.text).toBe(indexText[0]);
    expect((await draftedFrom({ bodyText: 'Alone.' }, 'HyperText'))?.text).toBe('Alone.');
  });

  it('makes an entity with an address alone a lead, and counts the rest by schema', async () => {
    const { bodyText: _, ...bare } = ARTICLE.properties;
    const entity = (schema: string, properties: object = { bodyText: ['A text.'] }) => ({
      ...{ id: schema, schema, properties },
    });
    const given = await read(
      entity('Document', bare),
      entity('Document', { bodyText: [' '] }),
      ...['Person', 'Company', 'Email', 'Message', 'Folder', 'Ownership', '__proto__'].map((one) =>
        entity(one),
      ),
    );
    expect(given[0]).toEqual({
      kind: 'no-text',
      place: { file: 'e.ftm.json', line: 1 },
      url: 'https://agency.example/pier',
    });
    expect(given.slice(1).map((one) => one.kind === 'passed' && one.type)).toEqual([
      'Document, without text',
      'Person',
      'Company',
      'Email',
      'Message',
      'Folder',
      'Ownership',
      '__proto__',
    ]);
  });

  it('takes the schemata that the docs name, and no others', async () => {
    const docs = readFileSync(new URL('../docs/import.md', import.meta.url), 'utf8');
    const named = /Published texts become articles: ([^.]+)\./.exec(docs)![1]!;
    const schemata = [...named.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
    expect(schemata.length).toBeGreaterThan(3);
    const all = [...schemata, 'Email', 'Person', 'Folder', 'Table', 'Video'];
    const given = await read(...all.map((schema) => ({ ...ARTICLE, schema })));
    expect(given.filter(({ kind }) => kind === 'article')).toHaveLength(schemata.length);
  });

  it('knows everything that a desk made for its own', async () => {
    let text = '';
    for await (const piece of ftmEntities(each(RECORDS))) text += piece as string;
    const given = await readText(text);
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter(({ kind }) => kind !== 'own')).toEqual([]);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['broken JSON', '{"id":', 'broken-json'],
    ['a list', '[]', 'not-an-object'],
    ['no schema', '{"id":"a","properties":{}}', 'damaged-record'],
    [
      'properties that are a list',
      '{"id":"a","schema":"Article","properties":[]}',
      'damaged-record',
    ],
    ['an id that is a number', '{"id":1,"schema":"Article","properties":{}}', 'damaged-record'],
    [
      'deep nesting',
      `{"id":"a","schema":"Article","properties":{"bodyText":["x"],"deep":${'['.repeat(99_999)}${']'.repeat(99_999)}}}`,
      'damaged-record',
    ],
  ])('refuses %s, and reads the next line', async (_, line, kind) => {
    const given = await readText(line === '' ? '' : `${line}\n${JSON.stringify(ARTICLE)}`);
    const [refused, next] = given;
    expect(refused?.kind === 'refused' && refused.refusal.kind).toBe(kind);
    if (line !== '') expect(next?.kind).toBe('article');
  });

  it('reads an entity of any properties, and throws for none', async () => {
    const names = [...Object.keys(ARTICLE.properties), 'bodyHtml', 'indexText', 'processingAgent'];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(7))),
    );
    const properties = fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(properties, async (some) => {
        const given = await read({ ...ARTICLE, properties: some });
        expect(given).toHaveLength(1);
        expect(given[0]?.kind).toMatch(/^(?:article|no-text|passed|own)$/);
        if (given[0]?.kind === 'article') draftOf(given[0].item, { now: NOW });
      }),
    );
  });
});
