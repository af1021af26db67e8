import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../domain/exports.ts';
import { FUZZED } from '../linked/fuzzed-records.fixture.ts';
import { CASCADE, READ, RECORDS } from '../linked/invented-records.fixture.ts';
import { faultsOf, written } from '../linked/written.fixture.ts';
import { ftmEntities } from './entities.ts';
import { type Entity, entitiesOf, modelFaults } from './model.fixture.ts';

const TEXT = await written(ftmEntities, RECORDS);
const ENTITIES = entitiesOf(TEXT);
const of = (schema: string): Entity[] => ENTITIES.filter((one) => one.schema === schema);
const about = (prefix: string): Entity => ENTITIES.find((one) => one.id.startsWith(prefix))!;

describe('modelFaults, the judge of the following', () => {
  it('finds each kind of fault', () => {
    const faulty: Entity[] = [
      { id: 'a.b', schema: 'Person', properties: { name: ['x'], nonsense: ['x'] } },
      { id: 'c', schema: 'Spy', properties: {} },
      { id: 'd', schema: 'Thing', properties: { name: ['x'], country: ['ZZZ'] } },
      { id: 'e', schema: 'Note', properties: { name: ['x'], entity: ['nobody'] } },
      { id: 'f', schema: 'Similar', properties: { confidenceScore: ['high'], candidate: ['e'] } },
      { id: 'f', schema: 'Mention', properties: { document: ['e'] } },
    ];
    expect(modelFaults(faulty)).toEqual([
      'an id stands twice',
      'id a.b',
      'no property Person:nonsense',
      'no schema Spy',
      'Thing is abstract',
      'Thing:country (country): "ZZZ"',
      'Note:entity (entity): "nobody"',
      'Similar:confidenceScore (number): "high"',
      'Mention without name',
      'Mention:document (entity): "e"',
    ]);
  });
});

describe('ftmEntities', () => {
  it('is valid in the model, links included', () => {
    expect(ENTITIES.length).toBeGreaterThan(25);
    expect(modelFaults(ENTITIES)).toEqual([]);
    expect(faultsOf(TEXT, ENTITIES)).toEqual([]);
  });

  it('writes an article with its dates as far as they are known, and no SHA-256 as a SHA-1', () => {
    const { properties } = about(`atalaya-article-${READ.id}`);
    expect(properties).toMatchObject({
      title: [READ.title],
      publisher: ['Valdoria Courier'],
      publishedAt: ['2024-09-23'],
      language: ['eng'],
      author: ['Ana Invented'],
      mimeType: ['text/html'],
      fileSize: ['5000'],
    });
    expect(properties['contentHash']).toBeUndefined();
    expect(properties['notes']?.[0]).toBe(`Capture: SHA-256 ${READ.capture.digest}`);
  });

  it('calls an outlet a public body only where a list states so, and leaves owners out', () => {
    const [body, ...more] = of('PublicBody');
    expect(more).toEqual([]);
    expect(body?.properties).toMatchObject({
      name: ['Valdoria Courier'],
      notes: [
        'Invented Matrix (2024) states: affiliation: state-controlled; country: FR; label: SC',
      ],
    });
    expect(of('Organization').length).toBe(
      new Set(CASCADE.echoes.map((e) => e.article.domain)).size,
    );
    expect(TEXT).not.toContain('Olga Made-Up');
  });

  it('writes a statement as a note in its words, piece by piece', () => {
    const note = about('atalaya-statement-');
    expect(note.properties['description']).toHaveLength(3);
    expect(note.properties['summary']).toEqual([
      'the minister (Lena Made-Up): “falsely claimed” (is said to claim falsely), direct speech',
    ]);
    expect(note.properties['entity']).toEqual([`atalaya-article-${READ.id}`]);
  });

  it('writes only events that happened, with their month, and parties only as states', () => {
    const events = of('Event');
    expect(events).toHaveLength(1);
    expect(events[0]?.properties).toMatchObject({
      date: ['2024-09'],
      country: ['fr'],
      summary: ['COERCE (expel); by: FR; to: no state named'],
    });
  });

  it('mentions no person who is not the source of a statement', () => {
    const names = of('Mention').flatMap((one) => one.properties['name']);
    expect(names).toEqual(['Lena Made-Up', 'Bay Wire', 'Port Valdor', 'Valdoria']);
    expect(TEXT).not.toContain('Igor Made-Up');
    const person = of('Mention').find((one) => one.properties['name']?.[0] === 'Lena Made-Up');
    expect(person?.properties['contextCountry']).toBeUndefined();
  });

  it('writes an office without a holder', () => {
    expect(of('Position').map((one) => one.properties)).toEqual([
      { name: ['Minister of Ports'], country: ['fr'] },
    ]);
  });

  it('writes an echo as a lead with confidence, reason and rivals', () => {
    const similar = of('Similar');
    expect(similar).toHaveLength(CASCADE.echoes.filter((echo) => echo.parent).length);
    for (const one of similar) {
      expect(one.properties['criteria']?.[0]).toContain('determination: lead');
      expect(one.properties['criteria']?.join('\n')).toMatch(/^reason: .+\nrivals: \d+$/m);
      expect(Number(one.properties['confidenceScore']?.[0])).toBeLessThanOrEqual(1);
    }
  });

  it('writes an entry as an aggregate count with unit, scope, day and source', () => {
    const { properties } = about('atalaya-presence-');
    expect(properties['description']).toEqual([
      'RU in MX: level, diplomats, at the embassy: 1–2; as of a day between 2024-03-01 and 2024-03-31',
    ]);
    expect(properties['country']).toEqual(['ru', 'mx']);
    expect(properties['notes']).toContain('Source: Invented List (official-list), 2024-03');
  });

  it('writes an alert as a note with its counter-evidence, and nothing of who works on it', () => {
    const { properties } = about('atalaya-alert-');
    expect(properties['notes']?.join('\n')).toMatch(/^Against: /m);
    expect(properties['entity']).toEqual([`atalaya-article-${READ.id}`]);
    expect(TEXT).not.toContain('someone of the desk');
  });

  it('does not write what rests on an article that was not given', async () => {
    const without = RECORDS.filter((record) => record.kind !== 'article');
    const entities = entitiesOf(await written(ftmEntities, without));
    expect(modelFaults(entities)).toEqual([]);
    expect(entities.map((one) => one.schema).sort()).toEqual([
      'Article',
      'Note',
      'Note',
      'PublicBody',
    ]);
  });

  it('writes whatever it is given validly, labels nobody, and twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(FUZZED, async (records: readonly ExportRecord[]) => {
        const text = await written(ftmEntities, records);
        const entities = entitiesOf(text);
        expect(modelFaults(entities)).toEqual([]);
        expect(faultsOf(text, entities)).toEqual([]);
        for (const { schema, properties } of entities) {
          expect(['Person', 'Occupancy']).not.toContain(schema);
          expect(Object.keys(properties)).not.toContain('topics');
        }
        expect(await written(ftmEntities, records)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});
