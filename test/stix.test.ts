/** STIX by the rules that schemas cannot hold, of invented records and of records made hostile. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exporter, ExportRecord } from '../src/domain/exports.ts';
import { stixBundle, stixLines, stixObjects } from '../src/export/stix/bundle.ts';
import { hostileRecords } from '../src/export/stix/hostile-stix.fixture.ts';
import {
  ALERT,
  BODY,
  CASCADE,
  RECORDS,
  STATE_OUTLET,
  streamed,
  VERSION,
  writtenBy,
} from '../src/export/stix/invented-stix.fixture.ts';
import { navigatorLayer } from '../src/export/stix/navigator.ts';
import { STIX_TYPES } from '../src/export/stix/object.ts';
import { TECHNIQUES } from '../src/export/stix/techniques.ts';
import { brokenRules, longestRun } from './stix-rules.ts';

type Loose = Readonly<Record<string, unknown>>;

async function objectsOf(records: Iterable<ExportRecord> = RECORDS): Promise<Loose[]> {
  const objects: Loose[] = [];
  // By way of JSON, as other programs get them.
  for await (const object of stixObjects(streamed(records))) {
    objects.push(JSON.parse(JSON.stringify(object)));
  }
  return objects;
}

const byType = (objects: readonly Loose[], type: string) =>
  objects.filter((object) => object['type'] === type);

// They can be asked for wherever an exporter is.
const exporters: readonly Exporter[] = [stixBundle, stixLines, navigatorLayer];

describe('stixObjects', () => {
  it('keeps every rule that schemas cannot hold', async () => {
    expect(brokenRules(await objectsOf())).toEqual([]);
  });

  it('keeps them with hostile texts, extreme times and numbers that are none', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRecords, async (records) => {
        expect(brokenRules(await objectsOf(records))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('emits every type of its closed set, and no other', async () => {
    const urlless = await objectsOf();
    expect([...new Set(urlless.map(({ type }) => type))].sort()).toEqual([
      ...['attack-pattern', 'channel', 'extension-definition', 'file', 'grouping', 'identity'],
      ...['language-content', 'location', 'marking-definition', 'media-content', 'narrative'],
      ...['note', 'observed-data', 'opinion', 'relationship', 'report', 'url'],
    ]);
  });

  it('is the same twice, byte for byte', async () => {
    for (const exporter of exporters)
      expect(await writtenBy(exporter)).toBe(await writtenBy(exporter));
  });

  it('emits nothing twice, whatever comes twice', async () => {
    const twice = [...RECORDS, ...RECORDS.slice(1)];
    expect((await objectsOf(twice)).length).toBe((await objectsOf()).length);
  });

  it('keeps cascades of one headline, and outlets of one name, apart', async () => {
    const records = RECORDS.flatMap((record): ExportRecord[] => {
      if (record.kind !== 'cascade') return [record];
      const other = { ...CASCADE, id: 'eeee000011112222' as typeof CASCADE.id };
      const namesake = {
        ...STATE_OUTLET,
        id: 'dddd000011112222' as typeof VERSION.id,
        domain: 'other.example',
      };
      return [
        { kind: 'article', article: namesake, mediaType: 'text/html', length: 1 },
        record,
        { ...record, cascade: other },
      ];
    });
    const objects = await objectsOf(records);
    expect(brokenRules(objects)).toEqual([]);
    const cascades = byType(objects, 'narrative').filter(
      ({ name }) => name !== 'Port workers were asked.',
    );
    expect(cascades.map(({ name }) => name)).toEqual([
      CASCADE.title,
      `${CASCADE.title} · cascade eeee000011112222`,
    ]);
    const leads = objects.filter(({ description }) =>
      String(description).startsWith('Likely parent'),
    );
    expect(leads).toHaveLength(6);
    const channels = byType(objects, 'channel').map(({ name }) => name);
    expect(channels).toContain('Radio Valdoria (radio-valdoria.example)');
    expect(channels).toContain('Radio Valdoria (other.example)');
  });

  it('says of an empty stream who would have spoken', async () => {
    expect(brokenRules(await objectsOf([]))).toEqual([]);
    expect(JSON.parse(await writtenBy(stixBundle, [])).objects.length).toBeGreaterThan(0);
  });

  it('runs no more than 60 words of an article on', async () => {
    const objects = await objectsOf();
    expect(longestRun(objects, BODY)).toBeLessThanOrEqual(60);
    expect(longestRun(objects, BODY)).toBeGreaterThan(50);
  });

  it('keeps back paths of the machine, owners, and what people at the desk did', async () => {
    const text = await writtenBy(stixLines);
    for (const secret of [
      'file:',
      'Ana Owner',
      'somebody at the desk',
      'an analyst',
      'a private note',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('names a person as the source of a statement only', async () => {
    const named = (await objectsOf()).filter((object) =>
      JSON.stringify(object).includes('Ana Invented'),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const { type, abstract } of named) {
      expect([type, String(abstract)]).toEqual([
        'note',
        expect.stringMatching(/^Attributed statement/),
      ]);
    }
  });

  it('makes one report per version of an article, with the outlet in its name', async () => {
    const reports = byType(await objectsOf(), 'report');
    expect(reports).toHaveLength(6);
    expect(reports[0]?.['name']).toBe(`${STATE_OUTLET.title} · Radio Valdoria`);
    expect(reports[5]?.['name']).toBe(
      `${STATE_OUTLET.title} · Radio Valdoria · version ${VERSION.id}`,
    );
  });

  it('says how sure a parent is, and that it is a lead', async () => {
    const links = byType(await objectsOf(), 'relationship');
    const leads = links.filter(({ description }) =>
      String(description).startsWith('Likely parent'),
    );
    expect(leads).toHaveLength(3);
    expect(leads[0]).toMatchObject({ relationship_type: 'related-to', confidence: 72 });
    expect(leads[0]?.['description']).toContain('A lead, not a finding: earlier is not source.');
  });

  it('counts places in code points', async () => {
    const notes = byType(await objectsOf(), 'note');
    const quotes = notes
      .map((note) => JSON.stringify(note['extensions']))
      .find((json) => json.includes('quotes'));
    // Two surrogate pairs stand before the quote.
    const begin = BODY.indexOf('word3 ');
    expect(quotes).toContain(`"quotes":[{"begin":${begin - 2},`);
  });

  it('is marked as asked', async () => {
    for await (const object of stixObjects(streamed(RECORDS), { tlp: 'amber+strict' })) {
      if (object.type === 'marking-definition') expect(object['name']).toBe('TLP:AMBER+STRICT');
      else {
        expect(object['object_marking_refs']).toEqual([
          'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
        ]);
      }
    }
  });
});

/** What an alert on an old statement brought as new has found. */
const OLD = {
  measure: 'recycled-statement',
  unit: `article:${STATE_OUTLET.id}`,
  findings: (['uttered-before', 'role-not-held'] as const).map((code) => ({
    code,
    figures: { outlet: 'Radio Valdoria', days: 900 },
    refs: [{ kind: 'article', article: STATE_OUTLET.id } as const],
  })),
} as const;

const URL_ID = 'url--8b8caa85-2ca4-5d33-9bce-d5c461991d6f';
const MEDIA_ID = 'media-content--5058ed82-f007-5ab4-8dc5-6ca8c7933c5a';
const CHANNEL_ID = 'channel--55cc9365-24ee-517d-9e1f-12e4859e9613';
const COUNTRY_ID = 'location--c04859d8-a4e6-55b9-8090-0b2daacbaac6';
const TECHNIQUE_ID = 'attack-pattern--f902db93-0501-5793-a9a7-f8983eaa3a7e';
const DESK_ID = 'identity--c14db1aa-4429-5da7-86af-8eccd7de6807';

describe('identifiers', () => {
  it('are those that STIX and OpenCTI make of the same things', async () => {
    const ids = (await objectsOf()).map(({ id }) => id);
    // Made with uuid.uuid5 of Python over the canonical JSON of what makes each.
    const made = [URL_ID, MEDIA_ID, CHANNEL_ID, COUNTRY_ID, TECHNIQUE_ID, DESK_ID];
    expect(ids).toEqual(expect.arrayContaining(made));
  });
});

describe('techniques', () => {
  it('are attached with their evidence, and never to a person, an outlet or a state', async () => {
    const objects = await objectsOf();
    const patterns = byType(objects, 'attack-pattern');
    expect(patterns.map(({ name }) => name).sort()).toEqual([
      'Plagiarise Content',
      'Use Copypasta',
    ]);
    expect(patterns[0]?.['kill_chain_phases']).toEqual([
      { kill_chain_name: 'disarm', phase_name: 'develop-content' },
    ]);
  });

  it('go to the article where an alert is about one, and not where people closed it as an error', async () => {
    const recycled = (closed: 'error' | 'acted-on'): ExportRecord[] => [
      ...RECORDS.filter(({ kind }) => kind === 'article'),
      { ...ALERT, view: { ...ALERT.view, alert: { ...ALERT.view.alert, ...OLD, closed } } },
    ];
    const objects = await objectsOf(recycled('acted-on'));
    const [pattern] = byType(objects, 'attack-pattern');
    expect(pattern?.['name']).toBe('Reframe Context');
    const link = objects.find((object) => object['target_ref'] === pattern?.['id']);
    expect(link?.['source_ref']).toMatch(/^report--/);
    expect(byType(await objectsOf(recycled('error')), 'attack-pattern')).toEqual([]);
  });

  it('are refused where a part of the evidence is missing', async () => {
    const weak = RECORDS.map((record): ExportRecord => {
      if (record.kind === 'cascade') return { ...record, cascade: { ...CASCADE, order: 'open' } };
      if (record.kind !== 'alert') return record;
      const { view } = record;
      const findings = view.alert.findings.slice(0, 1);
      return { ...record, view: { ...view, alert: { ...view.alert, findings } } };
    });
    expect(byType(await objectsOf(weak), 'attack-pattern')).toEqual([]);
  });

  it('never call a reprint laundering', async () => {
    const text = (await writtenBy(stixLines)) + (await writtenBy(navigatorLayer));
    expect(text).not.toMatch(/T0128|Launder/);
  });
});

describe('docs/stix.md', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../docs/stix.md'), 'utf8');

  it('lists every type and every technique, and no other', () => {
    const listed = (heading: string) => {
      const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
      return [...section.matchAll(/^\| `([\w.-]+)`/gm)].map((match) => match[1]);
    };
    expect(listed('Types').sort()).toEqual([...STIX_TYPES]);
    expect(listed('Techniques').sort()).toEqual(Object.keys(TECHNIQUES).sort());
  });
});

describe('navigatorLayer', () => {
  it('scores techniques by what bears them out', async () => {
    const layer = JSON.parse(await writtenBy(navigatorLayer));
    expect(layer.versions.layer).toBe('4.5');
    const scores = layer.techniques.map((one: Loose) => [
      one['techniqueID'],
      one['tactic'],
      one['score'],
    ]);
    expect(scores).toEqual([
      ['T0084.001', 'develop-content', 1],
      ['T0084.002', 'develop-content', 1],
    ]);
    expect(layer.techniques[0].comment).toContain(`Cascade “${CASCADE.title}”: 3 other houses`);
  });

  it('takes anything', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRecords, async (records) => {
        const text = await writtenBy(navigatorLayer, records);
        expect(text.isWellFormed()).toBe(true);
        expect(JSON.parse(text).versions.layer).toBe('4.5');
      }),
      { numRuns: 10 },
    );
  });
});

const FRAMEWORK = resolve(
  import.meta.dirname,
  '../../shared/data/standards/disarm_stix_v1.6.json.gz',
);
if (!existsSync(FRAMEWORK)) console.warn('skipped: no shared data (DISARM 1.6)');

describe.skipIf(!existsSync(FRAMEWORK))('DISARM 1.6', () => {
  it('has the techniques by these numbers, names and tactics', () => {
    const { objects } = JSON.parse(gunzipSync(readFileSync(FRAMEWORK)).toString('utf8'));
    const named = new Map<string, Loose>();
    for (const object of byType(objects, 'attack-pattern')) {
      const [first] = object['external_references'] as readonly Loose[];
      named.set(String(first?.['external_id']), object);
    }
    for (const [id, [name, tactic]] of Object.entries(TECHNIQUES)) {
      expect(named.get(id)).toMatchObject({ name, kill_chain_phases: [{ phase_name: tactic }] });
    }
  });
});
