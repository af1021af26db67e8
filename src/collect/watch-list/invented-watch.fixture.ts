/** Watches of invented outlets, for property tests. */
import fc from 'fast-check';
import {
  AFFILIATIONS,
  OUTLET_LIST_FORMATS,
  SOURCE_KINDS,
  type Watch,
  type WatchSource,
} from '../../domain/watch.ts';
import { sourceIdOf } from './source-ids.ts';
import { lineValue } from './written-values.ts';

/** A line of text that a file can hold, of any characters. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => lineValue(text))
  .filter((read) => 'value' in read)
  .map(({ value }) => value);
/** Without what separates tags in a table. */
const tag = line.filter((text) => !/[,;/]/.test(text) && !/^'/.test(text));
const host = fc.nat(99).map((n) => `voz${n}.example`);
const url = fc
  .tuple(host, fc.constantFrom('', 'rss', 'a-b', 'a/b', 'A', 'x?y=1&z=%20', 'sitemap.xml', '"<&>'))
  .map(([at, path]) => new URL(`https://${at}/${path}`).href);

/** A value, or the key left out. */
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined })
    .map((some) => (some === undefined ? {} : { [key]: some })) as fc.Arbitrary<{
    [P in K]?: T;
  }>;

const source: fc.Arbitrary<WatchSource> = fc
  .tuple(
    fc.record({
      url,
      kind: fc.constantFrom(...SOURCE_KINDS),
      outlet: fc.oneof(host, fc.constant('t.me/voz')),
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      everyMs: fc.integer({ min: 60_000, max: 90_000_000 }),
      enabled: fc.boolean(),
    }),
    maybe('title', line),
    maybe('language', fc.constantFrom('es', 'en', 'ru', 'no')),
  )
  .map(([must, title, language]) => ({
    id: sourceIdOf(must.url),
    ...must,
    ...title,
    ...language,
    line: 0,
  }));

export const inventedSources: fc.Arbitrary<readonly WatchSource[]> = fc.uniqueArray(source, {
  maxLength: 8,
  selector: ({ id }) => id,
});

const fact = fc
  .tuple(
    fc.record({ domain: host, source: fc.record({ name: line }) }),
    maybe('name', line),
    maybe('country', fc.constantFrom('MX', 'NO', 'RU')),
    maybe('affiliation', fc.constantFrom(...AFFILIATIONS)),
    maybe('labels', fc.uniqueArray(line, { minLength: 1, maxLength: 2 })),
  )
  .map((parts) => Object.assign({}, ...parts) as Watch['outlets'][number]);

const settings = fc.dictionary(
  fc.constantFrom('indicator', 'least', 'of', '__proto__x', 'null', 'yes'),
  fc.oneof(line, fc.integer(), fc.boolean(), fc.array(line, { maxLength: 2 })),
) as fc.Arbitrary<Watch['rules'][number]['settings']>;

export const inventedWatch: fc.Arbitrary<Watch> = fc
  .tuple(
    fc.record({
      host: fc.constantFrom('MX', 'NO'),
      sponsors: fc.constantFrom(['RU'], ['RU', 'CN']),
      languages: fc.constantFrom(['es'], ['no', 'ru']),
      outlets: fc.array(fact, { maxLength: 3 }),
      outletLists: fc.array(
        fc.record({ file: line, format: fc.constantFrom(...OUTLET_LIST_FORMATS) }),
        { maxLength: 2 },
      ),
      sources: inventedSources,
      rules: fc.uniqueArray(
        fc.record({ id: fc.constantFrom('a', 'b', '1'), settings, line: fc.constant(0) }),
        { selector: ({ id }) => id },
      ),
    }),
    maybe('name', line),
    fc.constantFrom(
      {},
      { contact: 'desk@voz.example', paceMs: 1500, maxBytes: 20_000, connections: 9 },
    ),
  )
  .map(([must, name, fetch]) => ({ ...must, ...name, fetch }));

/** The sources with no line, to compare what was read with what was written. */
export function withoutLines<T extends { readonly line: number }>(
  items: readonly T[],
): readonly T[] {
  return items.map((item) => ({ ...item, line: 0 }));
}
