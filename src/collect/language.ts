/** Language tags as inputs state them (BCP 47, loosely). */

/** The primary subtag in lower case (`es-MX` and `es_mx` give `es`); absent where it is none. */
export function statedLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  const primary = tag.split('-', 1)[0]!.toLowerCase();
  // `und` and `mul` (ISO 639-2) say that it is not stated; `zxx`, that there is none.
  return ['und', 'mul', 'zxx', 'mis'].includes(primary) ? undefined : primary;
}
