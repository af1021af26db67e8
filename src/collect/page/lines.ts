/**
 * Which blocks of a found body are the article's text: notices anywhere, labels and dates before the
 * first sentence, and what follows the last are left out. Lists, tables, headings and quotations in
 * between stay.
 */

import { isSilent, monthNamed } from '../month-names.ts';
import type { Block } from './blocks.ts';
import { isNotice, pointsElsewhere } from './notices.ts';

/** A block that long is prose, whatever its end. UTF-16 units. */
const PROSE_LENGTH = 120;
/** A shorter block is prose if it ends as a sentence does. */
const SENTENCE_LENGTH = 40;
const SENTENCE_END = /[.!?…。！？؟।:;][\p{Pe}\p{Pf}\p{Pi}"'»”’\s]*$/u;
/** The longest name of an agency that signs a text. UTF-16 units. */
const SIGN_OFF = 16;
/** As many blocks of links in a row are a list of other articles. */
const LINK_RUN = 3;
/** A line that is only an address or a handle. */
const ADDRESS = /^(?:(?:https?:\/\/|www\.|twitter\.com|@)\S+|\S[^\s@]*@\S[^\s.]*\.\S+)$/;
/** Share of links from which a block only leads elsewhere. */
const ALL_LINKS = 0.8;

/** The blocks that are the text of an article with one of `titles`. Linear. */
export function articleLines(blocks: readonly Block[], titles: readonly string[]): Block[] {
  const elsewhere = linkRuns(blocks);
  const own = blocks.filter((block, i) => !elsewhere.has(i) && !isBeside(block));
  const first = own.findIndex(isProse);
  if (first < 0) return own;
  const head = own.slice(0, first).filter((block) => opens(block, titles));
  let end = own.length;
  while (end > first + 1 && trails(own[end - 1]!)) end--;
  return [...head, ...own.slice(first, end)];
}

function isBeside({ text, linked, kind }: Block): boolean {
  const share = linked / text.length;
  if (isNotice(text, share, kind === 'item')) return true;
  // A paragraph that is one link: the title of another article.
  return (
    share >= ALL_LINKS &&
    kind === 'text' &&
    text.length > (isLoud(text) ? SIGN_OFF : SENTENCE_LENGTH)
  );
}

/**
 * Places of headings and items that only lead elsewhere: announced as doing so, or many in a row.
 * A list of links that a text goes on with (`Sources:`) stays.
 */
function linkRuns(blocks: readonly Block[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (let begin = 0; begin < blocks.length; begin++) {
    let end = begin;
    while (end < blocks.length && leadsOn(blocks[end]!)) end++;
    if (end === begin) continue;
    const before = blocks[begin - 1]?.text ?? '';
    const announced = pointsElsewhere(before);
    if (announced || (end - begin >= LINK_RUN && !/[:：]$/.test(before))) {
      for (let i = begin; i < end; i++) places.add(i);
    }
    begin = end;
  }
  return places;
}

const leadsOn = (block: Block): boolean => block.kind !== 'row' && linkedShare(block) >= ALL_LINKS;

const isLoud = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

const linkedShare = ({ text, linked }: Block): number => linked / text.length;

function isProse(block: Block): boolean {
  const { text, kind } = block;
  if (kind !== 'text' || linkedShare(block) >= ALL_LINKS || isDateLine(text)) return false;
  return text.length >= PROSE_LENGTH || (text.length >= SENTENCE_LENGTH && SENTENCE_END.test(text));
}

/** Whether a block before the first prose is the article's: no title, date or way elsewhere. */
function opens(block: Block, titles: readonly string[]): boolean {
  if (titles.some((title) => same(block.text, title)) || ADDRESS.test(block.text)) return false;
  return !isDateLine(block.text) && (linkedShare(block) < ALL_LINKS || signs(block));
}

/** Whether a block at the end only leads on: headings without a text, links. */
function trails(block: Block): boolean {
  if (block.kind === 'heading' || ADDRESS.test(block.text)) return true;
  return linkedShare(block) >= ALL_LINKS && block.kind !== 'row' && !signs(block);
}

/** Whether a link can be the agency that a text is from: `EFE`, `Associated Press`. */
const signs = ({ text, kind }: Block): boolean => kind === 'text' && text.length <= SIGN_OFF;

function same(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)];
  return x !== '' && (x === y || (x.length > 20 && y.startsWith(x)));
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Words that may stand in a line that only says when: labels, zones, units. */
const DATE_WORDS =
  /^(?:am|pm|[ap]\.?m\.?|utc|gmt|[a-z]{1,2}[mst]t|msk|segunda|terça|quarta|quinta|sexta|sábado|domingo|feira|original|at|first|posted|мск|ist|cet|bst|min|mins?|minutes?|minutos?|минут[аы]?|read|lectura|tempo|tiempo|leitura|time|чтения|ago|hace|назад|hours?|days?|horas?|días?|часов|часа?|last|first|modified|today|yesterday|hoy|ayer|сегодня|вчера|st|nd|rd|th|by|on|e|y|and|o'clock|à|um|il|le|às|de|\p{N}+(?:st|nd|rd|th)?)$/iu;

/** Whether a short line says only when something was published. */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\p{N}/u.test(text)) return false;
  const tokens = text.toLowerCase().match(/[\p{L}.']+|\p{N}+/gu) ?? [];
  return tokens.every((token) => {
    const word = token.replace(/^[.']+|(?<![.'])[.']+$/g, '');
    return word === '' || DATE_WORDS.test(word) || monthNamed(word) !== undefined || isSilent(word);
  });
}
