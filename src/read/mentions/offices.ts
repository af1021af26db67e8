/**
 * Offices: the words of the title are the mention, so that names beside it stay mentions of their
 * own; `name` is the whole phrase ("CIA Director", "посол России в Мексике") and the key holds the
 * office's id and the states in it. O(titles).
 */
import type { Found } from './phrases.ts';
import { type Placed, placedAs } from './placed.ts';
import type { Title } from './titles.ts';
import type { Words } from './words.ts';

/** Words that join a title to what it is over, folded. */
const OF = new Set(['of', 'de', 'del', 'for']);
const AT = new Set(['to', 'in', 'at', 'en', 'ante', 'в', 'во', 'на', 'при']);
const ARTICLES = new Set(['the', 'la', 'el', 'los', 'las']);
/** A title in the plural names no office, but these end like one. */
const SINGULAR = /ss$/;

/** The office mentions of a text; `placed` are all other mentions. */
export function officesOf(
  words: Words,
  titles: readonly Found<Title>[],
  placed: readonly Placed[],
): Placed[] {
  const names = new Map(placed.map((name) => [name.first, name]));
  const ends = new Map(placed.map((name) => [name.last, name]));
  const offices: Placed[] = [];
  for (const title of titles) {
    if (title.value.kind !== 'office') continue;
    if (words.document.language === 'en' && isPlural(words.folded[title.last - 1]!)) continue;
    const own = beforeNames(title, names);
    if (own !== undefined) offices.push(officeOf(words, own, names, ends));
  }
  return offices;
}

/** The title up to the first name in it: "presidente del Gobierno", where the government is named. */
function beforeNames(
  { first, last, value }: Found<Title>,
  names: ReadonlyMap<number, Placed>,
): Found<Title> | undefined {
  for (let at = first; at < last; at++) {
    if (names.has(at)) return at === first ? undefined : { first, last: first + 1, value };
  }
  return { first, last, value };
}

function isPlural(word: string): boolean {
  return word.endsWith('s') && !SINGULAR.test(word);
}

function officeOf(
  words: Words,
  { first, last, value }: Found<Title>,
  names: ReadonlyMap<number, Placed>,
  ends: ReadonlyMap<number, Placed>,
): Placed {
  const { document, folded } = words;
  const { text, tokens } = document;
  const before = ownerOf(ends.get(first));
  const of = complement(folded, names, last, OF, document.language === 'ru');
  const at = complement(folded, names, of?.last ?? last, AT, false);
  const owner = before ?? of;
  const parts = [value.office, ownerKey(owner), at?.mention.state];
  const key = parts.filter((part) => part !== undefined).join('-');
  const begin = tokens[before?.first ?? first]!.begin;
  const end = tokens[((at ?? of)?.last ?? last) - 1]!.end;
  return placedAs(
    words,
    { first, last },
    {
      kind: 'office',
      form: 'name',
      entity: `office:${key.toLowerCase()}`,
      name: text.slice(begin, end),
      state: owner?.mention.state,
    },
  );
}

function ownerOf(name: Placed | undefined): Placed | undefined {
  return name !== undefined && name.mention.kind !== 'person' ? name : undefined;
}

function ownerKey(owner: Placed | undefined): string | undefined {
  if (owner === undefined) return undefined;
  const { kind, entity, state } = owner.mention;
  return kind === 'organisation' ? entity.slice(entity.indexOf(':') + 1) : state;
}

/** The name behind a title: "head of US Northern Command", "canciller ruso", "посол в Мексике". */
function complement(
  folded: readonly string[],
  names: ReadonlyMap<number, Placed>,
  from: number,
  joiners: ReadonlySet<string>,
  bare: boolean,
): Placed | undefined {
  const adjective = names.get(from);
  if (adjective?.mention.form === 'demonym' && joiners === OF) return adjective;
  let at = from;
  if (joiners.has(folded[at] ?? '')) at++;
  else if (!bare) return undefined;
  if (ARTICLES.has(folded[at] ?? '')) at++;
  return ownerOf(names.get(at));
}
