/**
 * Members of a diplomat's family in a diplomatic list, who are named beside the staff and are not of it:
 * told by a mark ("Spouse:", "(esposa)", "супруга"), or by the surname of the line before. Names are
 * compared here and never handed on. O(length) a line.
 */

const ONE =
  'spouse|wife|husband|partner|daughter|esposa|esposo|c[oó]nyuge|hij[oa]|[ée]pouse|[ée]poux|conjointe?|fille|супруга?|жена|муж|сын|дочь|дочери';
const MANY = 'children|child|hijos|enfants?|дети|sons|daughters|hijas';
/** "Son Excellence" is nobody's son. */
const BEFORE = new RegExp(
  `^(?:with |and |con |и )?(?:(?:${ONE}|${MANY})(?!\\p{L})(?: (?:of|de|del)(?!\\p{L}))?|(?:son|fils)(?= ?[:–—-]))`,
  'iu',
);
const AFTER = new RegExp(
  `\\((?:his |her |su |sa |его |её )?(?:${ONE}|son|fils)\\)|, (?:his |her |su |sa |его |её )?(?:${ONE}|son|fils)\\.?$`,
  'iu',
);

/** Whether a line, without the stars before it, is marked as a family member's. */
export function isMarkedFamily(line: string): boolean {
  return BEFORE.test(line) || AFTER.test(line);
}

/**
 * Whether two names, without titles, have a surname in common: a word in capitals where names have one,
 * else the last word. A Russian wife's may have a further ending.
 */
export function shareSurname(one: string, other: string): boolean {
  const others = surnamesOf(other);
  return surnamesOf(one).some((a) => others.some((b) => a === b || isFeminine(a, b)));
}

function surnamesOf(name: string): readonly string[] {
  const words = name.match(/(?<!\p{L})\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const loud = words.filter((word) => word.length > 2 && word === word.toUpperCase());
  const chosen = loud.length > 0 ? loud : words.slice(-1);
  return chosen.slice(0, 4).map((word) => word.toLowerCase());
}

function isFeminine(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return /^[а-яё-]{3,}$/u.test(short) && long === `${short}а`;
}
