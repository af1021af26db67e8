/**
 * What a line of a diplomatic list says of one person's place, in English, Spanish, French and Russian:
 * head of mission, diplomatic rank, defence attaché; whether it begins a person's entry, or that of a
 * member of the family. Names are seen here and never handed on. O(length) a line.
 */
import { isMarkedFamily } from './family.ts';

/** Longer lines are cut: no line of a list needs more. UTF-16 units. */
const MOST_LENGTH = 400;

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

const HEAD = whole(
  "ambassador|high commissioner|(?:apostolic )?nuncio|charg[eé]e? d['’´`]? ?affaires|head of (?:the )?(?:mission|delegation)|embajadora?|encargad[oa] de negocios|jef[ea] de (?:la )?(?:misi[oó]n|delegaci[oó]n)|nuncio apost[oó]lico|ambassadeur|ambassadrice|haut[- ]commissaire|nonce(?: apostolique)?|chef de (?:la )?(?:mission|d[eé]l[eé]gation)|посол|временный поверенный|глава (?:миссии|представительства)",
);
const RANK = whole(
  'minister|minister[- ]plenipotentiary|minister[- ]counsell?or|counsell?or|(?:first|1st|second|2nd|third|3rd) secretary|(?:assistant )?attach[eé]e?|(?:vice[- ])?consul(?:[- ]general)?|deputy head of (?:the )?mission|deputy high commissioner|ministr[oa](?: consejer[oa])?|consejer[oa]|(?:primer|primera|segund[oa]|tercer|tercera) secretari[oa]|agregad[oa]|(?:vice)?c[oó]nsul(?: general)?|ministre(?:[- ]conseill(?:er|[eè]re))?|conseill(?:er|[eè]re)|(?:premier|premi[eè]re|1er|1[eè]re|deuxi[eè]me|2e|second|seconde|troisi[eè]me|3e) secr[eé]taire|attach[eé]e?|советник(?:-посланник)?|(?:первый|второй|третий) секретарь|атташе|(?:вице-|генеральный )?консул',
);
const MILITARY = whole(
  "(?:defen[cs]e|military|naval|air|air force|army)(?:(?:,| and|,? &|/)? (?:defen[cs]e|military|naval|air|air force|army)){0,3} attach[eé]|agregad[oa] (?:militar|naval|a[eé]re[oa]|de defensa)|attach[eé]e? (?:militaire|naval|de (?:la )?d[eé]fense|de l['’]air)|воен(?:ный|но-морской|но-воздушный) атташе|атташе по вопросам обороны",
);
/** What a rank is followed by: of the duty, not of the person. */
const DUTIES =
  /\([^()]*\)|(?<!\p{L})(?:extraordinary|plenipotentiary|head|deputy|chief|political|economic|commercial|trade|press|cultural|consular|public|legal|affairs|section|department|office|embassy|mission|education|science|police|liaison|agriculture|extraordinari[oa]|plenipotenciari[oa]|asuntos|culturales|pol[ií]ticos|comercial(?:es)?|prensa|secci[oó]n|extraordinaire|pl[eé]nipotentiaire|affaires|politiques|culturelles|[eé]conomiques|чрезвычайный|полномочный)(?!\p{L})/giu;
/** Before a title: it is then another person's, or no person's. */
const NOT_BEFORE =
  /(?:deputy|office of(?: the)?|residence of(?: the)?|(?:secretary|assistant|adviser) to(?: the)?|(?:spouse|wife|husband) of(?: the)?|oficina del?|residencia del?|espos[oa] del?|secretari[oa] del?|bureau de l['’]|r[eé]sidence de l['’]|[eé]pouse de l['’]|заместитель|супруга|резиденция) ?$/iu;
/** After a title: a house or a room. */
const NOT_AFTER = /^(?:['’]s(?!\p{L})|s['’]| (?:residence|office|section|at large))/iu;

const HONORIFIC =
  /^(?:(?:h\.? ?e\.?|his excellency|her excellency|s\.? ?e\.?|s\. ?e\. ?m(?:me|\.)|son excellence|su excelencia|excm[oa]\.?|excelent[ií]sim[oa]|его превосходительство|е\. ?п\.|mr|mrs|ms|miss|mme|mlle|m\.|monsieur|madame|mademoiselle|dr|dra|prof|sir|dame|lady|lord|rev|col|colonel|coronel|cor|maj|major|mayor|capt|captain|cap|cap[ií]t[aá]n|cmdr|cdr|commander|comandante|cdte|gen|gral|general|g[eé]n[eé]ral|brig|brigadier|commodore|admiral|almirante|contralmirante|vicealmirante|(?:rear|vice)[- ]admiral|group captain|wing commander|squadron leader|lt|lieutenant|tte|teniente|sr|sra|srta|se[nñ]or|se[nñ]ora|se[nñ]orita|don|do[nñ]a|lic|ing|arq|г-н|г-жа|господин|госпожа|полковник|подполковник|майор|капитан|генерал(?:-майор|-лейтенант)?|контр-адмирал)(?:\.|(?=[\s,]|$))[\s,]*)+/iu;

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
  /** It is marked as a spouse's or a child's; all else is then false, but for `title`. */
  readonly family: boolean;
}

/** The titles of a line. */
export function titlesIn(line: string): LineTitles {
  const text = beginning(line);
  const military = held(text, MILITARY).length > 0;
  const heads = held(text, HEAD);
  const ranks = held(text, RANK);
  const title = heads.length + ranks.length > 0 || military;
  if (isMarkedFamily(text)) {
    return { person: false, title, head: false, military: false, more: false, family: true };
  }
  return {
    person: HONORIFIC.test(text),
    title,
    head: heads.length > 0,
    military,
    // Two capitalised words that no title explains.
    more: (untitled(text).match(/(?<!\p{L})\p{Lu}[\p{L}'’-]+/gu)?.length ?? 0) >= 2,
    family: false,
  };
}

/** What is left of a line without forms of address, ranks and duties, for comparing names within one list. */
export function nameIn(line: string): string {
  return untitled(beginning(line).replace(HONORIFIC, ''));
}

/** What tells two persons' lines apart, for finding repeats within one mission; never handed on. */
export function personKey(line: string): string {
  return line
    .slice(0, MOST_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** A star, a number or an "m" (married) before a name is a note of the list. */
function beginning(line: string): string {
  return line
    .slice(0, MOST_LENGTH)
    .replace(/^(?:[\s*•·†‡.)–-]|\d+(?![\p{L}\d]))+/u, '')
    .replace(/^m (?=\p{Lu})/u, '')
    .trim();
}

function untitled(text: string): string {
  return [HEAD, RANK, MILITARY, DUTIES].reduce((left, form) => left.replace(form, ' '), text);
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
