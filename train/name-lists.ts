/**
 * Learns `data/models/names.bin`: forenames, surnames and names of places, organisations and others, from Wikidata titles (CC0) and GeoNames (CC BY 4.0).
 *
 *   node --import tsx train/name-lists.ts PARALLEL OUT
 *
 * The titles state no kinds. A Russian title "Surname, Forename" is a person in all languages; "X,
 * Iowa" and "X (river)" are places; "(film)" is a work; a word like "University" makes an
 * organisation. No chance is involved: the same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadLanguage } from '../src/domain/reading.ts';
import {
  hashPhrase,
  hashWord,
  listedForm,
  NAME_LISTS_FILE,
  type NameSet,
  sealNameLists,
} from '../src/read/mentions/name-lists.ts';
import { fold } from '../src/text/transliterate.ts';

/** A forename or surname is listed from so many persons up. */
const LEAST_FORENAME = 3;
const LEAST_SURNAME = 1;
/** Longer titles are sentences. */
const MOST_WORDS = 6;

type Kind = Exclude<NameSet, 'forename' | 'surname'>;

const PLACES =
  /\((?:.*\b)?(?:river|city|town|village|commune|municipality|district|province|county|lake|island|mountain|ciudad|río|villa|municipio|localidad|provincia|distrito|isla|lago|montaña|comuna|город|река|коммуна|округ|район|провинция|кантон|остров|озеро|посёлок|село|деревня|муниципалитет|департамент|область|гора|волость|община|графство|штат|регион|texas|wisconsin|illinois|iowa|ohio|misuri|minnesota|nueva york|pensilvania|kansas|oklahoma|nebraska|indiana|italia|francia|españa)(?:,.*)?\)$/iu;
const WORKS =
  /\((?:.*\b)?(?:film|album|song|tv series|novel|video game|manga|comics|opera|magazine|película|álbum|canción|novela|serie de televisión|videojuego|libro|ópera|фильм|альбом|песня|роман|телесериал|игра|опера|мультфильм|манга)(?:,.*)?\)$/iu;
const PERSONS =
  /\((?:.*\b)?(?:footballer|politician|actor|singer|musician|writer|futbolista|político|cantante|músico|escritor|футболист|политик|актёр|певец|музыкант|писатель|хоккеист)(?:,.*)?\)$/iu;
const BODIES =
  /\b(?:university|college|institute|bank|party|airlines|airways|ministry|agency|association|federation|company|corporation|orchestra|museum|F\.?C\.?|football club|newspaper|universidad|instituto|banco|partido|ministerio|agencia|asociación|federación|compañía|club|museo|movimiento|sindicato)\b|(?<![а-яё])(?:университет|институт|банк|партия|авиалинии|министерство|агентство|ассоциация|федерация|компания|корпорация|оркестр|футбольный клуб|хоккейный клуб|газета|клуб)(?![а-яё])/iu;
const INVERTED = /^([А-ЯЁ][а-яё'-]+), ([А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё.-]+){0,2})$/u;
const REGIONAL = /^([^,:(]{2,}), (\p{Lu}[^,:(]+)$/u;

const [parallel, out] = process.argv.slice(2);
if (parallel === undefined || out === undefined) {
  console.error('usage: node --import tsx train/name-lists.ts PARALLEL OUT');
  process.exit(2);
}

const phrases: Record<Kind, Set<number>> = {
  place: new Set(),
  organisation: new Set(),
  other: new Set(),
};
const forenames = new Map<string, number>();
const surnames = new Map<string, number>();

for (const cells of rowsOf('wikidata-titles.en-es-ru-fr-de-pt.tsv.gz')) readTitles(cells);
for (const [, ...cells] of rowsOf('geonames-cities.tsv.gz')) {
  cells.forEach((cell, column) => {
    if (cell !== '' && column !== 3) addPhrase('place', cell, column === 2 ? 'ru' : 'en');
  });
}
const bytes = sealNameLists({
  ...phrases,
  forename: frequent(forenames, LEAST_FORENAME),
  surname: frequent(surnames, LEAST_SURNAME),
});
writeFileSync(join(out, NAME_LISTS_FILE), bytes);
const sizes = Object.entries(phrases).map(([kind, set]) => `${set.size} ${kind}`);
console.log(
  `${sizes.join(', ')}; ${forenames.size} forenames, ${surnames.size} surnames; ${bytes.length} bytes`,
);

function rowsOf(name: string): string[][] {
  const text = gunzipSync(readFileSync(join(parallel!, name))).toString('utf8');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

function readTitles(cells: readonly string[]): void {
  const [en = '', es = '', ru = '', fr = '', de = '', pt = ''] = cells;
  const all = [en, es, ru, fr, de, pt];
  if (all.some((title) => /^[A-Za-zÀ-ÿА-Яа-яё]+:\S/u.test(title))) return;
  const inverted = INVERTED.exec(ru);
  const latin = [...new Set([en, es, fr, de, pt])].filter((title) => title !== '');
  if (inverted !== null || all.some((title) => PERSONS.test(title))) {
    for (const title of latin) addPerson(plain(title), 'en');
    if (inverted !== null) addPerson(`${inverted[2]} ${inverted[1]}`, 'ru');
    return;
  }
  const kind = kindOf(all);
  if (kind === undefined) return;
  for (const title of latin) addPhrase(kind, plain(title), 'en');
  if (ru !== '') addPhrase(kind, plain(ru), 'ru');
}

function kindOf(titles: readonly string[]): Kind | undefined {
  if (titles.some((title) => WORKS.test(title))) return 'other';
  if (titles.some((title) => PLACES.test(title))) return 'place';
  if (titles.some((title) => BODIES.test(title))) return 'organisation';
  const [en = '', es = ''] = titles;
  const place = REGIONAL.exec(en);
  return place !== null && (es === '' || es.startsWith(place[1]!.slice(0, 3)))
    ? 'place'
    : undefined;
}

function plain(title: string): string {
  const bare = title.replace(/ \([^()]*\)$/, '');
  return REGIONAL.exec(bare)?.[1] ?? bare;
}

function addPerson(name: string, language: ReadLanguage): void {
  const words = formsIn(name, language);
  if (words.length < 2 || words.length > 4 || /\d/.test(name)) return;
  count(forenames, words[0]!);
  count(surnames, words.at(-1)!);
}

function addPhrase(kind: Kind, name: string, language: ReadLanguage): void {
  const words = formsIn(name, language);
  if (words.length === 0 || words.length > MOST_WORDS || !/^\p{Lu}/u.test(name)) return;
  // One short word is too often a common one.
  if (words.length === 1 && (words[0]!.length < 4 || kind !== 'place')) return;
  let hash: number | undefined;
  for (const word of words) hash = hashPhrase(hash, word);
  phrases[kind].add(hash!);
}

function formsIn(name: string, language: ReadLanguage): string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return words.map((word) => listedForm(fold(word), language));
}

function count(counts: Map<string, number>, word: string): void {
  if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function frequent(counts: ReadonlyMap<string, number>, least: number): number[] {
  return [...counts].filter(([, n]) => n >= least).map(([word]) => hashWord(word));
}
