/**
 * What a line of a diplomatic list says of one person's place, in English, Spanish and Russian: head
 * of mission, diplomatic rank, defence attaché; whether it begins a person's entry; which section of
 * staff it opens. Names are seen here and never handed on. O(length) a line.
 */

/** Longer lines are cut: no line of a list needs more. UTF-16 units. */
const MOST_LENGTH = 400;

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

const HEAD = whole(
  "ambassador|high commissioner|(?:apostolic )?nuncio|charg[eé]e? d['’´`]? ?affaires|head of (?:the )?(?:mission|delegation)|embajadora?|encargad[oa] de negocios|jef[ea] de (?:la )?(?:misi[oó]n|delegaci[oó]n)|nuncio apost[oó]lico|посол|временный поверенный|глава (?:миссии|представительства)",
);
const RANK = whole(
  'minister|minister[- ]plenipotentiary|minister[- ]counsell?or|counsell?or|(?:first|1st|second|2nd|third|3rd) secretary|(?:assistant )?attach[eé]|(?:vice[- ])?consul(?:[- ]general)?|deputy head of (?:the )?mission|deputy high commissioner|ministr[oa](?: consejer[oa])?|consejer[oa]|(?:primer|primera|segund[oa]|tercer|tercera) secretari[oa]|agregad[oa]|(?:vice)?c[oó]nsul(?: general)?|советник(?:-посланник)?|(?:первый|второй|третий) секретарь|атташе|(?:вице-|генеральный )?консул',
);
const MILITARY = whole(
  '(?:defen[cs]e|military|naval|air|air force|army)(?:(?:,| and|,? &|/)? (?:defen[cs]e|military|naval|air|air force|army)){0,3} attach[eé]|agregad[oa] (?:militar|naval|a[eé]re[oa]|de defensa)|воен(?:ный|но-морской|но-воздушный) атташе|атташе по вопросам обороны',
);
/** What a rank is followed by: of the duty, not of the person. */
const DUTIES =
  /\([^()]*\)|(?<!\p{L})(?:extraordinary|plenipotentiary|head|deputy|chief|political|economic|commercial|trade|press|cultural|consular|public|legal|affairs|section|department|office|embassy|mission|education|science|police|liaison|agriculture|extraordinari[oa]|plenipotenciari[oa]|asuntos|culturales|pol[ií]ticos|comercial(?:es)?|prensa|secci[oó]n|чрезвычайный|полномочный)(?!\p{L})/giu;
/** Before a title: it is then another person's, or no person's. */
const NOT_BEFORE =
  /(?:deputy|office of(?: the)?|residence of(?: the)?|(?:secretary|assistant|adviser) to(?: the)?|(?:spouse|wife|husband) of(?: the)?|oficina del?|residencia del?|espos[oa] del?|secretari[oa] del?|заместитель|супруга|резиденция) ?$/iu;
/** After a title: a house or a room. */
const NOT_AFTER = /^(?:['’]s(?!\p{L})|s['’]| (?:residence|office|section|at large))/iu;

const HONORIFIC =
  /^(?:(?:h\.? ?e\.?|his excellency|her excellency|s\.? ?e\.?|excm[oa]\.?|mr|mrs|ms|miss|mme|dr|prof|sir|lady|col|colonel|maj|major|capt|captain|cmdr|commander|gen|general|brig|lt|lieutenant|sr|sra|srta|don|do[nñ]a|г-н|г-жа|господин|госпожа)\.?(?=[\s,]|$)[\s,]*)+/iu;

const SECTIONS: readonly (readonly [RegExp, Section])[] = [
  [
    /^(?:members of the )?(?:administrative(?: and| &|,)? technical|administrative|technical) (?:staff|personnel)|^personal (?:administrativo|t[eé]cnico)|^административно-технический персонал/iu,
    'administrative-technical',
  ],
  [/^(?:members of the )?service staff|^personal de servicio|^обслуживающий персонал/iu, 'service'],
  [
    /^(?:members of the )?(?:diplomatic|consular) (?:staff|personnel|agents|officers)|^personal diplom[aá]tico|^дипломатический персонал/iu,
    'diplomatic',
  ],
];

/** The kinds of staff that a list may set apart. */
export type Section = 'diplomatic' | 'administrative-technical' | 'service';

/** What one line says; it holds no words of the line. */
export interface LineTitles {
  /** It begins as a person's entry does: "Mr", "H.E.", "Sra.". */
  readonly person: boolean;
  /** It states a rank or an office of a mission. */
  readonly title: boolean;
  readonly head: boolean;
  readonly military: boolean;
  /** It holds more than titles: a name, an address. */
  readonly more: boolean;
}

/** The titles of a line. */
export function titlesIn(line: string): LineTitles {
  // A star or a number before a name is a note of the list.
  const text = line
    .slice(0, MOST_LENGTH)
    .replace(/^[\s\d*•·†‡.)–-]+/u, '')
    .trim();
  const military = held(text, MILITARY).length > 0;
  const heads = held(text, HEAD);
  const ranks = held(text, RANK);
  const title = heads.length + ranks.length > 0 || military;
  const rest = [HEAD, RANK, MILITARY, DUTIES].reduce((left, form) => left.replace(form, ' '), text);
  return {
    person: HONORIFIC.test(text),
    title,
    head: heads.length > 0,
    military,
    // Two capitalised words that no title explains.
    more: (rest.match(/(?<!\p{L})\p{Lu}[\p{L}'’-]+/gu)?.length ?? 0) >= 2,
  };
}

/** The section of staff that a line opens. */
export function sectionOf(line: string): Section | undefined {
  const text = line.trim();
  if (text.length > 60) return undefined;
  return SECTIONS.find(([form]) => form.test(text))?.[1];
}

/** What tells two persons' lines apart, for finding repeats within one mission; never handed on. */
export function personKey(line: string): string {
  return line
    .slice(0, MOST_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

function held(text: string, form: RegExp): readonly RegExpMatchArray[] {
  return [...text.matchAll(form)].filter(
    (match) =>
      !NOT_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)) &&
      !NOT_AFTER.test(
        text.slice(match.index + match[0].length, match.index + match[0].length + 12),
      ),
  );
}
