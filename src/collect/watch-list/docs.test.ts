/** docs/watch.md and docs/outlets.md are held to the code; the example watch is read. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AFFILIATIONS, OUTLET_LIST_FORMATS, SOURCE_KINDS } from '../../domain/watch.ts';
import { starterOutlets } from '../outlets/lists.ts';
import { OWN_COLUMNS } from '../outlets/own-list.ts';
import { openOutlets, statedValues } from '../outlets/registry.ts';
import { TYPOLOGY } from '../outlets/state-media-matrix.ts';
import { problemText, readWatch } from './read-watch.ts';
import * as schema from './schema.ts';
import { writtenSpan } from './spans-of-time.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const pageOf = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

/** The part of a page under the heading, up to the next one of its rank. */
function section(page: string, heading: string): string {
  const at = page.indexOf(`\n## ${heading}\n`);
  expect(at, heading).toBeGreaterThan(0);
  const end = page.indexOf('\n## ', at + 4);
  return page.slice(at, end < 0 ? undefined : end);
}

describe('docs/watch.md', () => {
  const page = pageOf('docs/watch.md');

  it.each([
    ['Keys of the watch', schema.WATCH_KEYS],
    ['Keys of a source', schema.SOURCE_KEYS],
    ['Keys of an outlet', [...schema.OUTLET_KEYS, ...schema.FACT_SOURCE_KEYS]],
    ['Keys of a list of outlets', schema.OUTLET_LIST_KEYS],
    ['Keys of `fetch`', schema.FETCH_KEYS],
  ])('%s: every key', (heading, keys) => {
    for (const key of keys) expect(section(page, heading)).toContain(`\`${key}\``);
  });

  it('names every kind, format, affiliation and bound', () => {
    for (const word of [...SOURCE_KINDS, ...OUTLET_LIST_FORMATS, ...AFFILIATIONS]) {
      expect(page).toContain(`\`${word}\``);
    }
    const { EVERY_BOUNDS, EVERY_DEFAULT, PACE_BOUNDS, TIMEOUT_BOUNDS } = schema;
    for (const { min, max } of [EVERY_BOUNDS, PACE_BOUNDS, TIMEOUT_BOUNDS]) {
      expect(page).toContain(`\`${writtenSpan(min)}\` to \`${writtenSpan(max)}\``);
    }
    expect(page).toContain(`| \`${writtenSpan(EVERY_DEFAULT)}\` |`);
  });

  it('shows YAML that is read', () => {
    const blocks = [...page.matchAll(/```yaml\n([^`]*)```/g)].map((match) => match[1]!);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) {
      const text = /^host:/m.test(block)
        ? block
        : `host: MX\nsponsors: [RU]\nlanguages: [es]\n${block}`;
      expect(readWatch(text, 'docs')).toHaveProperty('watch');
    }
  });
});

describe('docs/outlets.md', () => {
  const page = pageOf('docs/outlets.md');

  it('names columns, affiliations, formats and how the typology is taken', () => {
    expect(page).toContain(`\`${OWN_COLUMNS.join(',')}\``);
    for (const word of [...AFFILIATIONS, ...OUTLET_LIST_FORMATS]) {
      expect(page).toContain(`| \`${word}\` |`);
    }
    for (const [type, { affiliation }] of Object.entries(TYPOLOGY)) {
      expect(page).toMatch(new RegExp(`^\\| \`${type}\` \\|.*\\| \`${affiliation}\` \\|$`, 'm'));
    }
  });
});

describe('examples/mexico/watch.yaml', () => {
  const read = readWatch(pageOf('examples/mexico/watch.yaml'), 'examples/mexico/watch.yaml');

  it('is read without a problem', () => {
    expect('watch' in read ? [] : read.problems.map(problemText)).toEqual([]);
  });

  it('watches Mexico for three sponsors, each source with an outlet of the registry', async () => {
    if ('problems' in read) throw new Error('not read');
    const { host, sponsors, languages, sources } = read.watch;
    expect([host, ...sponsors]).toEqual(['MX', 'RU', 'CN', 'US']);
    const outlets = openOutlets(await starterOutlets());
    for (const source of sources) {
      expect(outlets.factsOf(source.outlet).length, source.outlet).toBeGreaterThan(0);
      expect(languages).toContain(source.language);
    }
    for (const state of sponsors) {
      const tagged = sources.filter(({ tags }) => tags.includes(`sponsor-${state.toLowerCase()}`));
      expect(tagged.length, state).toBeGreaterThan(2);
      for (const { outlet } of tagged) {
        const countries = statedValues(outlets.factsOf(outlet), 'country');
        expect(
          countries.map(({ value }) => value),
          outlet,
        ).toEqual([state]);
      }
    }
  });
});
