/** Dates inside a line of a page: `Posted on May 12, 2020 by …`, as stretches that `momentOf` reads. */

import { MONTH_WORDS } from '../month-names.ts';
import type { Block } from './blocks.ts';

const MONTH = `(?:${MONTH_WORDS.map((word) => word.replace('.', '\\.')).join('|')})`;
const YEAR = '(?:19|20)\\d{2}';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const TIME =
  '(?:[T ,|–-]{0,3}(?:at |um |à |às |a las |в )?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?: ?[ap]\\.?m\\b\\.?)?(?:Z| ?[+-]\\d{2}:?\\d{2}\\b)?)?';
/** All forms at once, so that the first of any form is found first. */
const FORMS = new RegExp(
  [
    `(?<!\\d)${YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]${DAY}(?!\\d)${TIME}`,
    `(?<![\\d.])${DAY}([-/.])${DAY}\\1(?:${YEAR}|\\d{2})(?![\\d.]\\d)`,
    `(?<!\\d)${DAY}(?:st|nd|rd|th|er|º|ª|\\.)?[ -]{0,2}(?:de |of |d')?${MONTH}\\.?,?[ -]{0,2}(?:de |del |г)?(?:${YEAR})(?!\\d)`,
    `(?<![\\p{L}])${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?(?:,| de|,? )? ?${YEAR}(?!\\d)`,
    `${YEAR} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]`,
    `(?<![\\p{L}\\d])${YEAR} ${MONTH} ${DAY}(?!\\d)`,
  ].join('|'),
  'giu',
);
const CJK = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2})/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})/;
/** Where English is written with the month first. */
const MONTH_FIRST = /^en[-_](?:us|ph)$/i;

/**
 * The dates in `text` (short) in reading order. `language` is the page's tag: outside English the day
 * comes first, in the United States the month; in English of no country the order stays open.
 */
export function datesIn(text: string, language: string | undefined): string[] {
  return placedDates(text.replace(/\s+/g, ' '), language).map(({ date }) => date);
}

interface PlacedDate {
  readonly date: string;
  readonly end: number;
}

function placedDates(text: string, language: string | undefined): PlacedDate[] {
  return [...text.matchAll(FORMS)].map((match) => ({
    date: ordered(match[0].trim(), language),
    end: match.index + match[0].length,
  }));
}

/** The date in ISO form where its form or the language tells which part is which; else as it stands. */
function ordered(found: string, language: string | undefined): string {
  const cjk = CJK.exec(found);
  if (cjk !== null) return isoDay(cjk[1]!, cjk[2]!, cjk[3]!);
  const numeric = NUMERIC.exec(found);
  if (numeric === null || language === undefined || /^en$/i.test(language)) return found;
  const monthFirst = MONTH_FIRST.test(language) && numeric[2] === '/';
  const [day, month] = monthFirst ? [numeric[3]!, numeric[1]!] : [numeric[1]!, numeric[3]!];
  const year = numeric[4]!;
  return Number(month) > 12 ? found : isoDay(year.length === 2 ? `20${year}` : year, month, day);
}

function isoDay(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const word = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${list.trim().replace(/\s+/g, '|')})(?![\\p{L}])`, 'iu');

/** Words of publication, which name its day wherever they stand. */
const PUBLISHED = `
  published posted written publi(?:é|ée|cado|cada|cação|cación) publicad[oa] escrito pubblicat[oa] veröffentlicht erschienen erstellt
  опубликован[оа]? создано размещен[оа]? размещено написано dodano opublikowano geplaatst gepubliceerd yayın\\p{L}* beitrag artikel
`;
const ANYWHERE = word(PUBLISHED);
/** These and words that only name a date: beside the title, or in a mark of the page. */
export const PUBLICATION = word(`${PUBLISHED} date datum data fecha дата stand billet`);
/** Words that say it is the day of a change. */
export const CHANGE = word(`
  updated? modified last-?mod edited revision actualizad[oa] actualización modificad[oa] обновлен[оа]? обновлён[оа]? изменен[оа]? atualizad[oa] atualização
  aktualisier\\p{L}* aktualisierung geändert aggiornat[oa] оновлено bijgewerkt zaktualizowano mise?.à.jour
`);
/** Blocks before and behind the title that can hold its date. */
const BEFORE = 6;
const BEHIND = 12;
/** Longest line that says when; a longer block is prose, which can open with a date. UTF-16 units. */
const LINE = 160;
/** A longer line that ends as a sentence speaks of a day, unless it says that it was published then. */
const LABEL = 60;
const OPENING = 60;
/** What follows a dateline: `(18.01.2018) …`, `CITY, 12 May 2020 (AGENCY) —`. */
const OPENED = /^ ?(?:г\.? ?)?[)\].:(–—|/-]/u;

/**
 * Dates of publication in a page's text: those near its title, the nearest first, then those in lines
 * that say they are, then those of a change. Linear.
 */
export function datesNearTitle(
  blocks: readonly Block[],
  title: string | undefined,
  language: string | undefined,
): string[] {
  const place = titlePlace(blocks, title);
  const near = blocks.flatMap((block, i) => {
    const inside = i >= place - BEFORE && i <= place + BEHIND;
    if (!/\p{N}{2}/u.test(block.text) || !(inside || mayBeLabelled(block))) return [];
    const tier = CHANGE.test(block.text.slice(0, LINE)) ? 2000 : inside ? 0 : 1000;
    const rank = tier + Math.min(Math.abs(i - place), 900);
    return statedDates(block, language).map((date) => ({ date, rank }));
  });
  return near.sort((a, b) => a.rank - b.rank).map(({ date }) => date);
}

const mayBeLabelled = ({ text }: Block): boolean => ANYWHERE.test(text.slice(0, LINE));

/** The dates of a line that says when, or the one that opens a paragraph. */
function statedDates({ text }: Block, language: string | undefined): string[] {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= LINE) {
    const sentence = line.length > LABEL && /[.!?…]$/.test(line) && !PUBLICATION.test(line);
    return sentence ? [] : datesIn(line, language);
  }
  const opening = line.slice(0, OPENING + 1);
  const labelled = ANYWHERE.test(opening);
  return placedDates(opening, language)
    .filter(({ end }) => labelled || OPENED.test(opening.slice(end)))
    .map(({ date }) => date);
}

/** The block that repeats the title; the first heading where none does. */
function titlePlace(blocks: readonly Block[], title: string | undefined): number {
  const folded = title?.toLowerCase() ?? '';
  const named = blocks.findIndex(
    ({ text, kind }) =>
      kind === 'heading' && text.length > 5 && folded.includes(text.toLowerCase().slice(0, 40)),
  );
  if (named >= 0) return named;
  return Math.max(
    0,
    blocks.findIndex(({ kind }) => kind === 'heading'),
  );
}
