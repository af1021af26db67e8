/**
 * Unit and scope in a table's own words. Only what the words truly say is mapped: everything else is
 * `unstated`, and the words stay with the entry. O(length).
 */
import type { PresenceScope, PresenceUnit, StateCode } from '../../domain/reading.ts';
import { stateNamed } from './state-codes.ts';

/** Whole phrases only, so that no word within a longer phrase decides. */
const UNITS: readonly (readonly [RegExp, PresenceUnit])[] = [
  [/^(?:accredited )?(?:diplomats?|diplom[aá]ticos?|дипломат(?:ы|ов)?)$/, 'diplomats'],
  [
    /^(?:admin(?:istrative)?(?: and| &)? ?tech(?:nical)?(?: staff| personnel)?|admin(?:istrative)? staff|personal administrativo(?: y t[eé]cnico)?|административно-технический персонал)$/,
    'administrative-technical',
  ],
  [/^(?:accredited(?: all)?|all accredited|accredited (?:staff|persons))$/, 'accredited'],
  [
    /^(?:(?:diplomatic |embassy |consular |mission )?(?:staff|employees|personnel)|embassy officials|personal|empleados|сотрудник(?:и|ов))$/,
    'staff',
  ],
  // Two kinds in one number: "18 diplomats + 6 admin".
  [/^\d+ [\p{L} ]+ ?\+ ?\d+ [\p{L} ]+$/u, 'staff'],
  [/^intelligence officers?$/, 'intelligence-officers'],
  [/^(?:posts|diplomatic posts|missions|embassies and consulates)$/, 'posts'],
  [/^(?:military(?: personnel| staff)?|(?:defence|defense|military) attach[eé]s?)$/, 'military'],
];

/** The unit that the words name whole, what stands in brackets left aside; else `unstated`. */
export function unitStated(words: string): PresenceUnit {
  const bare = bareWords(words);
  return UNITS.find(([form]) => form.test(bare))?.[1] ?? 'unstated';
}

/** What words of a unit say of the place: "embassy staff". */
export function scopeOfUnit(words: string): PresenceScope {
  return /^embassy (?:staff|employees|personnel|officials)$/.test(bareWords(words))
    ? 'embassy'
    : 'unstated';
}

/**
 * The scope that the words state in their first clause ("embassy; excludes the consulate" is an
 * embassy's): an embassy, a consulate, one mission, or the whole country `host`. Two at once, a city
 * or a source are no scope.
 */
export function scopeStated(words: string, host: StateCode): PresenceScope {
  const clause = bareWords(words.split(/[;,(]/, 1)[0] ?? '');
  const embassy = /\b(?:embassy|embajada)\b|посольств/.test(clause);
  const consulate = /\b(?:consulate|consulado)\b|консульств/.test(clause);
  if (embassy || consulate)
    return embassy && consulate ? 'unstated' : embassy ? 'embassy' : 'consulate';
  if (/^(?:permanent )?mission(?: to .*)?$/.test(clause)) return 'mission';
  const country = clause.replace(/^(?:all(?: of)?|whole of|entire|in) /, '');
  if (country === 'missions' && clause === 'all missions') return 'country';
  if (/^all missions /.test(clause)) return 'country';
  return stateNamed(country) === host ? 'country' : 'unstated';
}

/** Whether the words, or a note that begins so, call the number a cap. */
export function statesCap(words: string, note: string): boolean {
  return /\bcap\b/i.test(words) || /^cap\b/i.test(note);
}

function bareWords(words: string): string {
  return words
    .slice(0, 300)
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim();
}
