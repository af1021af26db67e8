/** Names to fill templates with: from our own lists, Wikidata titles (CC0) and GeoNames (CC BY 4.0). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadLanguage } from '../../src/domain/reading.ts';
import { shippedLexicon } from '../../src/pipeline/reading-data.ts';
import type { NamePools } from './expand.ts';

const INVERTED = /^[А-ЯЁ][а-яё'-]+, [А-ЯЁ]/u;
const PERSON = /^(\p{Lu}[\p{L}'’-]+) (?:de |von |van )?(\p{Lu}[\p{L}'’-]+)$/u;
const TOWN = /^(\p{Lu}[\p{L}'’ -]{2,}?)(?: \(([^()]+)\)|, \p{Lu}.*)$/u;
const WORK = /^(\p{Lu}[^():]{3,40}) \((?:película|film|álbum|album|novela|novel|canción|song)\)$/u;
const BODY =
  /^(?!.*\()(?=.*\b(?:University|Bank|Party|Airlines|Institute|Universidad|Banco|Partido|Club|Instituto|F\.?C\.?|Association|Museum|Museo|Orchestra|Corporation|Company|Compañía|Federación|Agency)\b)\p{Lu}.{3,50}$/u;
/** Works whose titles are a word or a list stay out, as do towns of rivers and films. */
const NO_TOWN =
  /film|película|album|song|desambig|disamb|futbol|footb|actor|cantan|singer|grupo|band/iu;

/** The pools of a language; `column` is its place in the titles' file. */
export function readPools(parallel: string, language: ReadLanguage): NamePools {
  const column = language === 'es' ? 1 : 0;
  const pools = { surnames: [], towns: [], organisations: [], works: [] } as Record<
    'surnames' | 'towns' | 'organisations' | 'works',
    string[]
  >;
  const other: string[] = [];
  for (const cells of rowsOf(join(parallel, 'wikidata-titles.en-es-ru-fr-de-pt.tsv.gz'))) {
    const title = cells[column] ?? '';
    if (INVERTED.test(cells[2] ?? '')) {
      const person = PERSON.exec(title);
      if (person !== null) {
        other.push(person[1]!);
        pools.surnames.push(person[2]!);
      }
      continue;
    }
    const town = TOWN.exec(title);
    const work = WORK.exec(title);
    if (work !== null) pools.works.push(work[1]!);
    else if (town !== null && !NO_TOWN.test(town[2] ?? '')) pools.towns.push(town[1]!);
    else if (BODY.test(title)) pools.organisations.push(title);
  }
  const { forenames } = shippedLexicon('forenames', language) as { forenames: string[] };
  return {
    ...pools,
    // Own forenames as often as the foreign ones.
    forenames: [...other, ...repeated(forenames, other.length)],
    states: statesOf(language),
    cities: citiesOf(parallel, language),
  };
}

function rowsOf(file: string): string[][] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

function repeated(items: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, i) => items[i % items.length]!);
}

interface ShippedState {
  readonly names: readonly string[];
  readonly capitals: readonly string[];
}

function shippedStates(language: ReadLanguage): readonly ShippedState[] {
  return (shippedLexicon('states', language) as { states: ShippedState[] }).states;
}

function statesOf(language: ReadLanguage): string[] {
  return shippedStates(language).map(({ names }) => names[0]!);
}

function citiesOf(parallel: string, language: ReadLanguage): string[] {
  const { places } = shippedLexicon('places', language) as { places: { names: string[] }[] };
  const own = [
    ...shippedStates(language).flatMap(({ capitals }) => capitals),
    ...places.flatMap(({ names }) => names.slice(0, 1)),
  ];
  const column = language === 'es' ? 2 : 1;
  const cities = rowsOf(join(parallel, 'geonames-cities.tsv.gz')).map(
    (cells) => cells[column] ?? '',
  );
  const known = cities.filter((name) => name !== '' && !/[,.]/.test(name));
  return [...repeated(own, known.length), ...known];
}
