import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSources } from './add-sources.ts';
import { inventedSources, inventedWatch, withoutLines } from './invented-watch.fixture.ts';
import { readWatch } from './read-watch.ts';
import { draftOf } from './source-nodes.ts';
import { serialiseWatch } from './write-watch.ts';

const HEAD = '# ours\nhost: MX # here\nsponsors: [RU]\nlanguages: [es]\n';
const NEW = { url: 'https://nueva.example/rss', title: 'Nueva', tags: ['press'] };
const ITEM = `- kind: feed
    url: https://nueva.example/rss
    title: Nueva
    tags: [press]
`;

function textOf(before: string, drafts = [NEW]): string {
  const done = addSources(before, drafts, 'watch.yaml');
  if ('problems' in done) throw new Error(JSON.stringify(done.problems));
  expect(done.refused).toEqual([]);
  return done.text;
}

describe('addSources', () => {
  it.each([
    ['no list', '', `sources:\n  ${ITEM}`],
    [
      'a list',
      'sources:\n  # first\n  - url: https://a.example/ # keep\n\n# end\nevery: 1h\n',
      `sources:\n  # first\n  - url: https://a.example/ # keep\n  ${ITEM}\n# end\nevery: 1h\n`,
    ],
    [
      'a list without indentation',
      'sources:\n- {url: "https://a.example/"}   # x\nevery: 1h\n',
      `sources:\n- {url: "https://a.example/"}   # x\n${ITEM.replaceAll('\n    ', '\n  ')}every: 1h\n`,
    ],
    [
      'no end of line',
      'sources:\n  - url: https://a.example/',
      `sources:\n  - url: https://a.example/\n  ${ITEM}`,
    ],
    ['an empty list', 'sources: [] # none yet\nevery: 1h\n', undefined],
    ['a key left empty', 'sources:\nevery: 1h\n', undefined],
    [
      'a list in brackets',
      'sources: [{ url: "https://a.example/" }] # one\nevery: 1h\n',
      undefined,
    ],
  ])('adds to %s and keeps comments', (_what, before, after) => {
    const text = textOf(`${HEAD}${before}`);
    if (after !== undefined) expect(text).toBe(`${HEAD}${after}`);
    expect(text).toContain('# ours');
    expect(text).toContain('# here');
    const comments = [...before.matchAll(/# \w+/g)].map(([comment]) => comment);
    for (const comment of comments) expect(text).toContain(comment);
    expect(readWatch(text, '')).toMatchObject({ watch: { sources: expect.any(Array) } });
  });

  it('keeps the line ends of the file', () => {
    const before = `${HEAD}sources:\n  - url: https://a.example/\n`.replaceAll('\n', '\r\n');
    expect(textOf(before)).toBe(`${before}  ${ITEM}`.replace(/\r?\n/g, '\r\n'));
  });

  it('tells what is there already and what cannot be', () => {
    const before = `${HEAD}sources:\n  - { id: a, url: "https://a.example/rss" }\n`;
    const done = addSources(
      before,
      [
        { url: 'http://a.example/rss' },
        { url: 'ftp://b.example/' },
        { url: 'https://c.example/', id: 'a' },
        { url: 'https://c.example/' },
        { url: 'https://c.example/x', title: '' },
      ],
      'watch.yaml',
    );
    expect(done).toMatchObject({
      added: [{ url: 'https://c.example/', id: expect.stringMatching(/^c-example-[0-9a-f]{6}$/) }],
      known: [
        { url: 'http://a.example/rss', id: 'a' },
        { url: 'https://c.example/', id: expect.stringMatching(/^c-example-/) },
      ],
      refused: [
        { url: 'ftp://b.example/', reason: expect.stringContaining('no http or https address') },
        { url: 'https://c.example/x', reason: expect.stringContaining('title: is empty') },
      ],
    });
  });

  it('leaves the text alone where there is nothing to add, and says what is no watch', () => {
    const before = `${HEAD}sources: [{url: "https://a.example/"}]\n`;
    expect(addSources(before, [{ url: 'https://a.example/' }], '')).toMatchObject({ text: before });
    expect(addSources('host: MX\n', [NEW], 'w')).toMatchObject({
      problems: [{ file: 'w' }, { file: 'w' }],
    });
  });

  it('adds any sources to any watch, and changes nothing else', () => {
    fc.assert(
      fc.property(inventedWatch, inventedSources, (watch, sources) => {
        const before = serialiseWatch(watch);
        const done = addSources(before, sources.map(draftOf), 'w');
        if ('problems' in done) throw new Error(JSON.stringify(done.problems));
        expect(done.refused).toEqual([]);
        expect(done.added.length + done.known.length).toBe(sources.length);
        const read = readWatch(done.text, 'w');
        if ('problems' in read) throw new Error(JSON.stringify(read.problems));
        expect(withoutLines(read.watch.sources)).toEqual([
          ...watch.sources,
          ...withoutLines(done.added),
        ]);
        expect(read.watch.outlets).toEqual(watch.outlets);
        expect(withoutLines(read.watch.rules)).toEqual(watch.rules);
      }),
      { numRuns: 60 },
    );
  });
});
