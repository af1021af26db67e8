/** FollowTheMoney's languages are ISO 639-3; the desk's are 639-1 where there is one. */

/** `eng` is `en`; a code without a shorter one stays, and what is no code at all is absent. */
export function languageOf(code: string): string | undefined {
  if (!/^[a-z]{2,3}$/i.test(code)) return undefined;
  // The tables of Unicode (CLDR) that the engine ships know the shorter of two codes.
  return Intl.getCanonicalLocales(code)[0]?.split('-', 1)[0];
}
