/**
 * States and the unions that act like one: names, demonyms, capitals and seats of government, by
 * `data/lexicons/states.<language>.json`, a list of our own.
 */
import { z } from 'zod';
import type { ReadLanguage, StateCode } from '../../domain/reading.ts';
import type { LexiconSource } from '../lexicon-source.ts';
import { checkedLexicon } from './lexicon-check.ts';

const words = z.array(z.string().min(1));

export const stateEntrySchema = z.strictObject({
  /** ISO 3166-1 alpha-2; `XK`, `SU`, `YU`; `EU`, `UN`, `NATO`. */
  code: z.string().regex(/^(?:[A-Z]{2}|NATO)$/),
  /** ISO 3166-1 alpha-3, as PLOVER names states; the unions have none. */
  alpha3: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  names: words.min(1),
  /** Adjectives and nouns of people, in the form a dictionary has. */
  demonyms: words,
  /** Capitals that the press lets stand for the state. */
  capitals: words,
  /** Capitals that it does not: Mexico City. */
  cities: words.optional(),
  /** Palaces and streets that stand for a government: the Kremlin. */
  seats: words.optional(),
});
export type StateEntry = z.infer<typeof stateEntrySchema>;

export const statesSchema = z.strictObject({ states: z.array(stateEntrySchema).min(1) });

export interface States {
  readonly entries: readonly StateEntry[];
  /** ISO 3166-1 alpha-3 of a code; absent for unions and for codes that the list does not know. */
  alpha3Of(code: StateCode): string | undefined;
  /** The first name of a state in this language. */
  nameOf(code: StateCode): string | undefined;
}

/** Opens the list of a language. Throws, naming list and entry, where the list is wrong. */
export function openStates(lexicon: LexiconSource, language: ReadLanguage): States {
  const { states } = checkedLexicon(lexicon, 'states', language, statesSchema);
  const byCode = new Map(states.map((state) => [state.code, state]));
  return {
    entries: states,
    alpha3Of: (code) => byCode.get(code)?.alpha3,
    nameOf: (code) => byCode.get(code)?.names[0],
  };
}
