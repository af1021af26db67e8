import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportRecord } from '../../domain/exports.ts';
import { poisoned, RECORDS, RIVALLED, writtenBy } from '../tables/invented-records.fixture.ts';
import { mispEvent } from './event.ts';
import { uuidOf } from './uuid.ts';

interface Made {
  readonly uuid: string;
  readonly name: string;
  readonly comment: string;
  readonly Attribute: readonly {
    readonly uuid: string;
    readonly object_relation: string;
    readonly type: string;
    readonly value: string;
    readonly to_ids: boolean;
  }[];
  readonly ObjectReference: readonly {
    readonly object_uuid: string;
    readonly referenced_uuid: string;
    readonly relationship_type: string;
    readonly comment: string;
  }[];
}

async function eventOf(records: readonly ExportRecord[] = RECORDS, options = {}) {
  const text = (await writtenBy(mispEvent(options), records)).toString();
  const { Event } = JSON.parse(text) as {
    Event: Record<string, unknown> & { Object: readonly Made[] };
  };
  return Event;
}

const values = (made: Made) =>
  Object.fromEntries(made.Attribute.map(({ object_relation, value }) => [object_relation, value]));

/** What the templates of MISP/misp-objects ask for, of which one must be there. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'news-media': ['source', 'link'],
  microblog: ['post'],
  report: ['title', 'summary', 'link'],
  annotation: ['text'],
};
const ALLOWED: Readonly<Record<string, string>> = {
  title: 'text',
  source: 'text',
  link: 'link',
  post: 'text',
  summary: 'text',
  type: 'text',
  text: 'text',
  format: 'text',
  'creation-date': 'datetime',
  'modification-date': 'datetime',
};

describe('uuidOf', () => {
  test('is a UUID of version 5, the same for the same name', () => {
    expect(uuidOf('a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidOf('a')).toBe(uuidOf('a'));
    expect(uuidOf('a')).not.toBe(uuidOf('b'));
  });
});

describe('mispEvent', () => {
  test('is an unpublished event that rates no threat, and stays at home if nothing else is said', async () => {
    const { Object: _objects, uuid: _uuid, ...event } = await eventOf();
    expect(event).toEqual({
      info: 'Invented watch: who repeats whom, as public sources show it',
      date: '2024-09-24',
      timestamp: '1727157600',
      threat_level_id: '4',
      analysis: '0',
      distribution: '0',
      published: false,
      Tag: [{ name: 'tlp:clear' }],
      Attribute: [],
    });
    const told = await eventOf(RECORDS, { distribution: 2, tlp: 'green' });
    expect(told).toMatchObject({ distribution: '2', Tag: [{ name: 'tlp:green' }] });
  });

  test('tells articles, fact-checks, cascades and alerts by existing templates', async () => {
    const { Object: objects } = await eventOf();
    expect(objects.map(({ name }) => name)).toEqual([
      ...['news-media', 'news-media', 'microblog'],
      ...['report', 'report', 'annotation', 'annotation'],
    ]);
    expect(values(objects[1]!)).toEqual({
      title: '=cmd|"no, nobody" asked',
      source: 'Diario Bahía',
      link: 'https://diario-bah-a.example/2024/09/port-workers',
    });
    expect(values(objects[3]!)['summary']).toBe('Claim: Port workers were asked.\nRating: Pants.');
  });

  test('words an alert with what speaks against it, and as a lead', async () => {
    const { Object: objects } = await eventOf();
    expect(values(objects[5]!)['text']!.split('\n')).toEqual([
      'pickup: Port workers were never asked, an invented report says',
      '4 publishers without a source named; counts from 3. Confidence in the measurement: likely.',
      'For:',
      expect.stringMatching(/^- 4 publishers /),
      'Against:',
      expect.stringMatching(/^- /),
      'A lead, not a finding that anybody did anything.',
    ]);
    expect(values(objects[6]!)['text']).toContain(
      '\nWhat else would look the same:\n- One wire for all.\n',
    );
  });

  test('says of a parent that it is a lead, with confidence, reason and rivals', async () => {
    const { Object: objects } = await eventOf();
    const cascade = objects[4]!;
    expect(cascade.ObjectReference.map(({ comment }) => comment)).toEqual([
      'earliest seen, or may be',
      `echo, cut; credit dropped; likely parent: Radio Valdoria (${RIVALLED.parent.article}), between 6 h and 1 day 7 h later; a lead: most-overlap, confidence 0.50; rivals: Canal Uno`,
      'undated',
    ]);
    const articles = objects.slice(0, 3).map(({ uuid }) => uuid);
    expect(cascade.ObjectReference.map((reference) => reference.referenced_uuid)).toEqual(articles);
    expect(objects[5]!.ObjectReference.map((reference) => reference.referenced_uuid)).toEqual([
      cascade.uuid,
      articles[0],
    ]);
  });

  test('never makes an indicator, whatever the texts are, and keeps to the templates', async () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom('', ' ', '\0'), fc.string({ unit: 'binary', maxLength: 30 })),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (hostile) => {
        const { Object: objects } = await eventOf(poisoned(RECORDS, hostile));
        const uuids = objects.flatMap((made) => [
          made.uuid,
          ...made.Attribute.map(({ uuid }) => uuid),
        ]);
        expect(new Set(uuids).size).toBe(uuids.length);
        expect(JSON.stringify(objects).isWellFormed()).toBe(true);
        for (const made of objects) {
          const named = made.Attribute.map((attribute) => attribute.object_relation);
          expect(named.some((name) => NEEDED[made.name]!.includes(name))).toBe(true);
          for (const { object_relation, type, to_ids, value } of made.Attribute) {
            expect([ALLOWED[object_relation], to_ids]).toEqual([type, false]);
            expect(value.trim()).not.toBe('');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps places on the machine, notes and people of the desk to itself', async () => {
    expect((await writtenBy(mispEvent())).toString()).not.toMatch(
      /file:|private note|somebody at the desk|an analyst/,
    );
  });

  test('cuts what MISP would cut, and is an event without objects for an empty desk', async () => {
    const long = await eventOf(poisoned(RECORDS, ['😀'.repeat(50_000)]));
    for (const made of long.Object)
      for (const { value } of made.Attribute) expect(value.length).toBeLessThanOrEqual(4000);
    expect((await eventOf([RECORDS[0]!])).Object).toEqual([]);
  });
});
