/**
 * Agencies and outlets in what a page states as its author: `EFE`, `Redacción / AFP`, `By JANE ROE,
 * Associated Press`. A byline is of the whole piece, so a house that stands in it is credited with it.
 *
 * The author is cut at separators. A part credits a house if it is nothing but its name, with words
 * of the trade (`Agencia`, `Redacción`, `Staff`); an acronym in capitals may also end a part (`Jane
 * Roe EFE`) or stand before one other word (`EFE Bogotá`). Names that are also persons' or products',
 * and outlets', must be a part of their own that no comma or "and" makes a person's ("Bloomberg,
 * Michael"). A person is no credit, nor is who took the pictures, nor who once worked there.
 * The rules are the trade's plain forms, learned from no corpus. Linear in the author.
 */
import { creditWords } from './credits.ts';
import * as cue from './wire-cues.ts';
import { findMentions, type WireMention, type WireTable } from './wire-names.ts';

/** Longer ones are sentences, not authors. */
const MAX_LENGTH = 300;
/** Between two authors, or an author and the house; white space is single by then. */
const SEPARATOR =
  /( ?[/|,;:()[\]·•+] ?| [-–—] | (?:and|y|e|и|&) | (?:with|con|for|from|via|vía|para|для) )/iu;
/** Two surnames may stand so; and a surname before a first name. */
const AND = /^ (?:and|y|e|и|&) $/iu;
const COMMA = /^ ?, ?$/;
const PHOTO =
  /(?<!\p{L})(?:fotos?|fotógraf\p{L}*|photos?|photograph\p{L}*|images?|imagen|imágenes|getty|shutterstock|pool|v[ií]deos?|фото\p{L}*|видео)(?!\p{L})/iu;
const FORMER = /(?<!\p{L})(?:ex|former|formerly|antes|antigu[oa]|бывш\p{L}+)(?!\p{L})/iu;
const AGENCY = /(?<!\p{L})(?:agency|agencia|агентств\p{Ll}*)(?!\p{L})/iu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Capitals of an acronym that names nothing else: "AP Singh" is a person. */
const ACRONYM = /^\p{Lu}{3,}$/u;
/** `AP Diplomatic Writer`: a name, at most two words, a trade. */
const ROLE =
  /^ (?:\p{L}+ ){0,2}(?:writer|reporter|correspondent|journalist|editor|bureau|staff)s?$/iu;
/** Words that stand around a house's name in a byline and are no name themselves. */
const TRADE = new Set(
  [
    'by the of from with information reporting files news agency agencies press wire service staff',
    'writer writers reporter reporters correspondent correspondents editor editors bureau newsroom',
    'desk source sources por el la los las de del con información informacion datos agencia agencias',
    'noticias prensa redacción redaccion corresponsal corresponsales enviado enviada especial fuente',
    'fuentes servicio servicios equipo автор источник источники агентство агентства информационное',
    'корреспондент редакция новостей по материалам данным информации',
  ].flatMap((words) => words.split(' ')),
);

/** One house that an author names. */
interface BylineHouse {
  /** Id of the agency, or of the outlet. */
  readonly house: string;
  /** A word for agency stands beside it. */
  readonly asAgency: boolean;
}

/** One part of an author, and what separates it from the next ones; '' at the ends. */
interface Part {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** The houses of `table` that an author credits with the piece, each once, in their order. */
export function bylineHouses(author: string, table: WireTable): BylineHouse[] {
  if (author.length > MAX_LENGTH || author.includes('://') || author.includes('@')) return [];
  const flat = author.replace(/\s+/g, ' ').trim();
  if (PHOTO.test(flat) || FORMER.test(flat)) return [];
  const mixed = /\p{Ll}/u.test(flat);
  const found = new Map<string, BylineHouse>();
  for (const part of partsOf(flat)) {
    const asAgency = AGENCY.test(part.words);
    for (const mention of findMentions(creditWords(part.words), table)) {
      const house = mention.house.id;
      if (!found.has(house) && credits(part, mention, mixed)) found.set(house, { house, asAgency });
    }
  }
  return [...found.values()];
}

function partsOf(author: string): Part[] {
  // With its group, the pattern gives parts and separators by turns.
  const pieces = author.split(SEPARATOR);
  const parts: Part[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    parts.push({ words: pieces[i]!, before: pieces[i - 1] ?? '', after: pieces[i + 1] ?? '' });
  }
  return parts;
}

function credits(part: Part, mention: WireMention, mixed: boolean): boolean {
  const name = part.words.slice(mention.begin, mention.end);
  const before = part.words.slice(0, mention.begin);
  const after = part.words.slice(mention.end);
  if (cue.JOINED_BEFORE.test(before) || cue.JOINED_BEHIND.test(after)) return false;
  // An outlet called "Redacción" is not what a byline means by the word.
  if (wordsOf(name).every(isTrade)) return false;
  const around = [...wordsOf(before), ...wordsOf(after)];
  const alone = around.every(isTrade);
  if (mention.weak || mention.house.ambiguous === true) return alone && !mayBePerson(part);
  if (alone || (before === '' && ROLE.test(after))) return true;
  if (!mixed || !ACRONYM.test(name)) return false;
  return after === '' || (before === '' && around.filter((word) => !isTrade(word)).length === 1);
}

/** `Bloomberg, Michael`; `Smith and Bloomberg`. */
function mayBePerson({ before, after }: Part): boolean {
  return AND.test(before) || AND.test(after) || COMMA.test(after);
}

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

const isTrade = (word: string): boolean => TRADE.has(word.toLowerCase());
