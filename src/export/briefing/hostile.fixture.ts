/** The invented facts with other strings in the place of all foreign ones. */
import type { BriefingFacts } from '../../domain/briefing.ts';

/** Keys under which views carry text from outside. */
const FOREIGN: ReadonlySet<string> = new Set([
  'title',
  'outlet',
  'subject',
  'text',
  'quote',
  'label',
  'claim',
  'rating',
  'checker',
  'speaker',
  'name',
  'source',
  'why',
  'cannot',
  'note',
  'value',
  'from',
  'to',
  'en',
  'es',
  'verdict',
  'list',
  'origin',
  'sentences',
  'rivals',
  'set',
]);

/** Ids and closed unions stand under the same keys; those stay. */
function stays(value: string): boolean {
  return /^[0-9a-f]{16}$|^e\d$/.test(value) || value === 'false';
}

/** Every foreign string drawn anew from `draw`, which is given the string that it replaces. */
export function withForeign(facts: BriefingFacts, draw: (was: string) => string): BriefingFacts {
  const walk = (value: unknown, foreign: boolean): unknown => {
    if (typeof value === 'string') return foreign && !stays(value) ? draw(value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, foreign));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, walk(one, FOREIGN.has(key))]),
    );
  };
  return walk(facts, false) as BriefingFacts;
}
