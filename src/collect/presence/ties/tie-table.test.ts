import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTies } from './tie-table.ts';

const source = { name: 'Invented list', url: 'https://list.example/a' };
const read = (text: string, options = {}) =>
  readTies(new TextEncoder().encode(text), source, options);

describe('readTies', () => {
  test.each([
    [
      'from,to,kind,year,value\nFJ,TO,visits,2024,3\n',
      {},
      [['FJ', 'TO', 'visits', 2024, 3, 'visits']],
    ],
    [
      'iso_o,iso_d,contig,comlang_off,comlang_ethno,colony,dist\nFJI,TON,0,1,1,0,790.5\nFJI,FJI,0,1,1,0,9\n',
      {},
      [
        ['FJ', 'TO', 'contiguity', undefined, 0, 'yes-no'],
        ['FJ', 'TO', 'common-language', undefined, 1, 'yes-no'],
        ['FJ', 'TO', 'former-colony', undefined, 0, 'yes-no'],
        ['FJ', 'TO', 'distance', undefined, 790.5, 'km'],
      ],
    ],
    [
      'Country Name,Country Code,Year,Value\nFiji,FJI,2023,5.4e9\n',
      { kind: 'gdp' },
      [['FJ', undefined, 'gdp', 2023, 5.4e9, 'usd']],
    ],
    [
      'origin,dest,stock\nFJI,TON,12\n',
      { year: 2019 },
      [['FJ', 'TO', 'migrants', 2019, 12, 'persons']],
    ],
    [
      'year,s3,h3,emb,con,oth,posts\n2023,FJI,TON,1,0,0,1\n',
      {},
      [['FJ', 'TO', 'posts', 2023, 1, 'posts']],
    ],
    [
      '"a","b","year","value"\n"Fiji","Tonga",2020,33\n',
      { kind: 'exports' },
      [['FJ', 'TO', 'exports', 2020, 33, 'usd']],
    ],
    [
      'iso_o,iso_d,flow\nFJI,TON,1.5\n',
      { year: 2006 },
      [['FJ', 'TO', 'exports', 2006, 1.5e6, 'usd']],
    ],
    [
      'ccode,iso3c,session,IdealPoint\n950,FJI,74,-0.5\n',
      {},
      [['FJ', undefined, 'ideal-point', 2019, -0.5, 'points']],
    ],
    [
      'country,flow,partner,share_pct,year\nFiji,imports,Tonga,7,2023\n',
      {},
      [['FJ', 'TO', 'import-share', 2023, 7, 'percent']],
    ],
    [
      'ccode1,ccode2,year,defense,neutrality,nonaggression,entente\n950,955,2012,1,0,0,NA\n',
      {},
      [
        ['FJ', 'TO', 'defence-pact', 2012, 1, 'yes-no'],
        ['FJ', 'TO', 'neutrality-pact', 2012, 0, 'yes-no'],
        ['FJ', 'TO', 'non-aggression-pact', 2012, 0, 'yes-no'],
      ],
    ],
  ])('%s', async (text, options, expected) => {
    const { ties, refused } = await read(text, options);
    expect(refused).toEqual([]);
    expect(ties.map((t) => [t.from, t.to, t.kind, t.year, t.value, t.unit])).toEqual(expected);
    expect(ties[0]?.source).toEqual(source);
  });

  test.each([
    ['origin,dest,stock\nFJI,World,3\n', { year: 2019 }, '"World" is no state', 2],
    ['origin,dest,stock\nFJI,,3\n', { year: 2019 }, '"" is no state', 2],
    ['origin,dest,stock\nFJI,TON,-3\n', { year: 2019 }, '"-3" is no value of migrants', 2],
    ['origin,dest,stock\nFJI,TON,"3,1"\n', { year: 2019 }, '"3,1" is no value', 2],
    ['from,to,kind,year,value\nFJ,TO,visits,24,3\n', {}, '"24" is no year', 2],
    ['from,to,kind,year,value\nFJ,TO,rumours,2024,3\n', {}, 'no tie of a known kind', 2],
    ['from,to,kind,year,value\nFJ,TO,contiguity,2024,2\n', {}, '"2" is not 0 or 1', 2],
    ['origin,dest,stock\nFJI,TON,3\n', {}, 'say of which year', 1],
    ['Country Code,Year,Value\nFJI,2023,1\n', {}, 'say the kind', 1],
    ['x,y\n1,2\n', {}, 'expected at least the columns', 1],
    ['', {}, 'the file is empty', 1],
  ])('refuses %j', async (text, options, reason, line) => {
    const { ties, refused } = await read(text, options);
    expect(ties).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toContain(reason);
    expect(refused[0]?.line).toBe(line);
  });

  test('reads gzip, and refuses a broken one', async () => {
    const packed = gzipSync('origin,dest,stock\nFJI,TON,12\n');
    expect((await readTies(packed, source, { year: 2019 })).ties).toHaveLength(1);
    const broken = await readTies(packed.subarray(0, 20), source, { year: 2019 });
    expect(broken.refused[0]?.reason).toContain('the gzip file is broken');
  });

  test('never throws, and values are finite', async () => {
    const cell = fc.oneof(
      fc.constantFrom('FJ', 'TO', 'visits', 'gdp', '2024', '1e999', '3'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 4, maxLength: 5 }), async (cells) => {
        const row = ['x', ...cells].map((c) => `"${c.replaceAll('"', '""')}"`).join(',');
        const { ties, refused } = await read(`id,from,to,kind,year,value\n${row}\n`);
        expect(ties.length + refused.length).toBeLessThanOrEqual(1);
        expect(ties.every(({ value }) => Number.isFinite(value))).toBe(true);
      }),
    );
  });
});
