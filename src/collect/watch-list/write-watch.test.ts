import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedWatch, withoutLines } from './invented-watch.fixture.ts';
import { readWatch } from './read-watch.ts';
import { serialiseWatch } from './write-watch.ts';

describe('serialiseWatch', () => {
  it('writes what readWatch reads as the same watch', () => {
    fc.assert(
      fc.property(inventedWatch, (watch) => {
        const read = readWatch(serialiseWatch(watch), 'watch.yaml');
        if ('problems' in read) throw new Error(JSON.stringify(read.problems));
        const { sources, rules } = read.watch;
        expect({
          ...read.watch,
          sources: withoutLines(sources),
          rules: withoutLines(rules),
        }).toEqual(watch);
      }),
    );
  });

  it('is a file that a person would write', () => {
    expect(
      serialiseWatch({
        host: 'MX',
        sponsors: ['RU', 'CN'],
        languages: ['es'],
        outlets: [],
        outletLists: [],
        rules: [],
        fetch: { contact: 'desk@voz.example', paceMs: 2000 },
        sources: [
          {
            id: 'voz-example-rss',
            kind: 'feed',
            url: 'https://voz.example/rss',
            outlet: 'voz.example',
            title: 'La Voz: noticias',
            tags: ['press'],
            everyMs: 900_000,
            enabled: false,
            line: 1,
          },
        ],
      }),
    ).toBe(`# A watch: one host, its sponsors, its sources. docs/watch.md explains every key.

host: MX
sponsors: [RU, CN]
languages: [es]
fetch:
  contact: desk@voz.example
  pace: 2s
sources:
  - kind: feed
    url: https://voz.example/rss
    title: "La Voz: noticias"
    tags: [press]
    every: 15m
    enabled: false
`);
  });
});
