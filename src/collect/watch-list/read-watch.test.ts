import { describe, expect, it } from 'vitest';
import { problemText, readWatch } from './read-watch.ts';

const HEAD = 'host: MX\nsponsors: [RU]\nlanguages: [es]\n';
const FILE = 'watch.yaml';

/** The problems as a person sees them; none for a watch. */
function problems(text: string): readonly string[] {
  const read = readWatch(text, FILE);
  return 'watch' in read ? [] : read.problems.map(problemText);
}

describe('readWatch', () => {
  it('reads every key', () => {
    const read = readWatch(
      `name: Mexico
host: mx
sponsors: [RU, cn]
languages: [es, RU]
every: 1h
sources:
  - url: https://voz.example/rss#top
  - id: radio
    kind: list
    url: https://radio.example/
    outlet: www.radio.example
    title: "  Radio   Uno "
    language: es
    tags: [press, radio]
    every: 1h30m
    enabled: no
outlets:
  - domain: https://voz.example/
    name: La Voz
    owner: House
    country: mx
    affiliation: independent
    labels: [x]
    source: { name: Imprint, url: "https://voz.example/", date: 2024-01-31 }
outletLists:
  - file: lists/own.csv
  - { file: matrix.csv, format: state-media-matrix }
rules:
  - id: burst
    indicator: echoes
    at: { least: 3, of: [a, true, null, 1.5] }
fetch:
  contact: desk@voz.example
  pace: 2s
  connectTimeout: 5s
  timeout: 30s
  maxBytes: 20 MB
  connections: 16
`,
      FILE,
    );
    expect(read).toEqual({
      watch: {
        name: 'Mexico',
        host: 'MX',
        sponsors: ['RU', 'CN'],
        languages: ['es', 'ru'],
        outlets: [
          {
            domain: 'voz.example',
            name: 'La Voz',
            owner: 'House',
            country: 'MX',
            affiliation: 'independent',
            labels: ['x'],
            source: { name: 'Imprint', url: 'https://voz.example/', date: '2024-01-31' },
          },
        ],
        outletLists: [
          { file: 'lists/own.csv', format: 'atalaya' },
          { file: 'matrix.csv', format: 'state-media-matrix' },
        ],
        sources: [
          {
            id: 'voz-example-rss',
            kind: 'feed',
            url: 'https://voz.example/rss',
            outlet: 'voz.example',
            tags: [],
            everyMs: 3_600_000,
            enabled: true,
            line: 7,
          },
          {
            id: 'radio',
            kind: 'list',
            url: 'https://radio.example/',
            outlet: 'radio.example',
            title: 'Radio Uno',
            language: 'es',
            tags: ['press', 'radio'],
            everyMs: 5_400_000,
            enabled: false,
            line: 8,
          },
        ],
        rules: [
          {
            id: 'burst',
            settings: { indicator: 'echoes', at: { least: 3, of: ['a', true, null, 1.5] } },
            line: 29,
          },
        ],
        fetch: {
          contact: 'desk@voz.example',
          paceMs: 2000,
          connectTimeoutMs: 5000,
          timeoutMs: 30_000,
          maxBytes: 20_000_000,
          connections: 16,
        },
      },
    });
  });

  it('needs no more than three keys', () => {
    expect(readWatch(`\ufeff${HEAD.replaceAll('\n', '\r\n')}`, FILE)).toEqual({
      watch: {
        host: 'MX',
        sponsors: ['RU'],
        languages: ['es'],
        outlets: [],
        outletLists: [],
        sources: [],
        rules: [],
        fetch: {},
      },
    });
  });

  it('reads Norway and Norwegian as what they are', () => {
    const read = readWatch('%YAML 1.1\n---\nhost: NO\nsponsors: [RU]\nlanguages: [no]\n', FILE);
    expect(read).toMatchObject({ watch: { host: 'NO', languages: ['no'] } });
  });

  it('follows an alias', () => {
    const read = readWatch(
      `${HEAD}sources:\n  - { url: "https://a.example/", tags: &t [x] }\n  - { url: "https://b.example/", tags: *t }\n`,
      FILE,
    );
    expect(read).toMatchObject({ watch: { sources: [{ tags: ['x'] }, { tags: ['x'] }] } });
  });

  it.each([
    ['evry: 30m', '4:1: evry: "evry" is no key that is known here; did you mean every?'],
    ['zzzzzzzz: 1', '4:1: zzzzzzzz: "zzzzzzzz" is no key that is known here. Known: name, host'],
    ['host: RU', '4:1: host: "host" stands here twice; take one out.'],
    ['every: soon', '4:8: every: "soon" is no span of time'],
    ['every: 30', '4:8: every: "30" is no span of time (30 of what?)'],
    ['every: 1s', '4:8: every: "1s" is out of bounds'],
    ['every: [1h]', '4:8: every: a list stands here; expected one value.'],
    [
      'sources: https://a.example/',
      '4:10: sources: "https://a.example/" stands here; expected a list',
    ],
    [
      'sources: [https://a.example/]',
      '4:11: sources[0]: "https://a.example/" stands here; expected keys (id, kind,',
    ],
    ['sources: [{ title: x }]', '4:11: sources[0]: this source has no url'],
    ['sources: [{ url: a.example }]', '4:18: sources[0].url: "a.example" is no address'],
    [
      'sources: [{ url: "https://a.example/", kind: rss }]',
      '4:46: sources[0].kind: "rss" is none of feed',
    ],
    [
      'sources: [{ url: "https://a.example/", enabled: maybe }]',
      '4:49: sources[0].enabled: "maybe" is neither',
    ],
    [
      'sources: [{ url: "https://a.example/", tags: [x, x] }]',
      '4:50: sources[0].tags[1]: "x" stands here twice',
    ],
    ['outlets: [{ domain: a.example }]', '4:11: outlets[0]: no source is named'],
    ['outletLists: [{ format: mbfc }]', '4:15: outletLists[0]: this list has no file'],
    ['rules: [{ a: 1 }]', '4:9: rules[0]: this rule has no id'],
    ['rules: [{ id: a }, { id: a }]', '4:20: rules[1]: the rule "a" stands here twice'],
    [
      'fetch: { pace: 1ms }',
      '4:16: fetch.pace: "1ms" is out of bounds; write a span of time from 500ms',
    ],
    ['fetch: { contact: me }', '4:19: fetch.contact: "me" is no contact'],
    ['fetch: 5', '4:8: fetch: "5" stands here; expected keys (contact, pace'],
    ['name: *x', '4:7: name: *x has no anchor before it'],
    [`name: *${'x'.repeat(9000)}`, `4:7: name: *${'x'.repeat(80)} has no anchor before it`],
    ['<<: { every: 1h }', '4:1: <<: merging keys with << is not read here'],
    ['? [a]\n: b', '4:3: ?: this key is no text'],
    ['every:\n\t1h', '5:1: a tab stands where YAML wants spaces'],
    ['---\nhost: RU', '4:1: a second document begins here'],
    ['name: "open', '5:1: this is not YAML: Missing closing'],
  ])('says of %j: %s', (line, message) => {
    const told = problems(`${HEAD}${line}\n`);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${FILE}:${message}`);
  });

  it.each([
    ['', '1:1: the file is empty'],
    ['# nothing\n', '1:1: the file is empty'],
    ['---\n', '1:1: the file is empty'],
    ['null', '1:1: the file is empty'],
    ['- a\n', '1:1: a list stands here; expected keys (name, host,'],
    ['host', '1:1: "host" stands here; expected keys'],
    ['\0', '1:1: the file holds bytes that are no text'],
  ])('says of the file %j: %s', (text, message) => {
    expect(problems(text)).toEqual([expect.stringContaining(`${FILE}:${message}`)]);
  });

  it('tells all problems at once, in the order of the text', () => {
    const told = problems('sponsors: [Russia, MX]\nhost: MX\nlanguages: []\nevery: x\n');
    expect(told.map((text) => text.split(':').slice(1, 3).join(':'))).toEqual([
      '1:11',
      '1:12',
      '3:12',
      '4:8',
    ]);
    expect(problems('name: x\n')).toEqual(
      ['host', 'sponsors', 'languages'].map((key) => expect.stringContaining(`${key} is missing`)),
    );
  });

  it('names the line of the twin', () => {
    const list = (...items: string[]) =>
      `${HEAD}sources:\n${items.map((i) => `  - ${i}\n`).join('')}`;
    expect(problems(list('url: https://a.example/x', 'url: http://a.example/x'))).toEqual([
      expect.stringContaining(
        '6:10: sources[1].url: "http://a.example/x" is watched already, in line 5',
      ),
    ]);
    expect(
      problems(
        list('{ id: x, url: "https://a.example/1" }', '{ id: x, url: "https://a.example/2" }'),
      ),
    ).toEqual([
      expect.stringContaining('6:11: sources[1].id: the id "x" is taken by the source in line 5'),
    ]);
    expect(problems(list('url: https://a.example/a-b', 'url: https://a.example/a/b'))).toEqual([
      expect.stringContaining('give another id'),
    ]);
  });
});

describe('readWatch on hostile texts', () => {
  it('does not read what is too long', () => {
    expect(problems('x'.repeat(4_000_001))).toEqual([
      `${FILE}:1:1: the file is longer than 4000000 characters; is it a watch file?`,
    ]);
  });

  it('stops a bomb of aliases', () => {
    let bomb = `${HEAD}rules:\n  - id: x\n    a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n`;
    for (let i = 1; i < 12; i++) {
      bomb += `    a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    }
    expect(problems(bomb)).toEqual([expect.stringContaining('aliases (*) repeat too much data')]);
  });

  it('stops data that stands in itself', () => {
    expect(problems(`${HEAD}rules:\n  - &r\n    id: x\n    a: [*r]\n`)).toEqual([
      expect.stringContaining('nested deeper than 16 levels'),
    ]);
  });

  it('keeps a key that means something to the language as data', () => {
    const read = readWatch(`${HEAD}rules: [{ id: x, __proto__: { a: 1 } }]\n`, FILE);
    const settings = 'watch' in read ? read.watch.rules[0]?.settings : undefined;
    expect(Object.keys(settings ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
  });

  it('ends on fifty thousand characters of anything', () => {
    const units = [
      '[',
      '- ',
      '{a: ',
      '? ',
      '&a ',
      '"',
      "'",
      '!',
      '*a ',
      '\t',
      '\n',
      '#\n',
      '---\n',
      'k: v\n',
      '|\n',
    ];
    for (const unit of units) {
      const told = problems(unit.repeat(Math.floor(50_000 / unit.length)));
      expect(told.length, unit).toBeGreaterThan(0);
      expect(told.length, unit).toBeLessThanOrEqual(101);
    }
  });

  it('counts the problems that it does not list', () => {
    const told = problems(`${HEAD}sources:\n${'  - url: https://a.example/\n'.repeat(502)}`);
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toContain('401 more problems are not listed');
  });
});
