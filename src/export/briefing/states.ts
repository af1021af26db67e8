/** States by name, as sentences give them. */
import type { BriefingFacts, BriefingLanguage } from '../../domain/briefing.ts';
import type { StateCode } from '../../domain/reading.ts';
import { nameIn } from './plain.ts';

/** XK is Kosovo's; the rest of X and Z is left to users, and locale data may know a joke by it. */
const CODE = /^(?:XK|[A-WYZ][A-Z])$/;

/** A state by its name in the language, or by its code where it has none. */
export function stateName(code: StateCode, language: BriefingLanguage): string {
  if (!CODE.test(code)) return nameIn(code);
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** A language by its name, or by its tag where it has none. */
export function languageName(tag: string, language: BriefingLanguage): string {
  if (!/^[a-z]{2,3}$/.test(tag)) return nameIn(tag);
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Codes and names of all states that the facts are about. */
export function statesOf(facts: BriefingFacts, language: BriefingLanguage): readonly string[] {
  const codes = new Set([
    ...(facts.host === undefined ? [] : [facts.host]),
    ...facts.sponsors,
    ...facts.presence.flatMap(({ sender, host }) => [sender, host]),
  ]);
  return [...codes].flatMap((code) => [nameIn(code), stateName(code, language)]);
}
